using System.Globalization;
using System.Text.Json;
using Gaia.Core.Random;

namespace Gaia.Core.Tests.Random;

public sealed class NumpyGeneratorTests
{
    public static TheoryData<string> Seeds() => [.. SeedTexts()];

    [Fact]
    public void Golden_HasSeedsOfEverySize()
    {
        var seeds = SeedTexts().Select(text => ulong.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        Assert.True(seeds.Length >= 5);
        Assert.Contains(0UL, seeds);
        Assert.Contains(seeds, seed => seed > uint.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void GenerateState_GoldenSeed_IsNumpys(string seed)
    {
        using var golden = OpenGolden();
        var expected = Entry(golden, seed).GetProperty("generate_state_uint32_4").EnumerateArray()
            .Select(word => word.GetUInt32()).ToArray();

        var words = new uint[4];
        SeedSequence.GenerateState(ulong.Parse(seed, CultureInfo.InvariantCulture), words);
        var wide = new ulong[2];
        SeedSequence.GenerateState(ulong.Parse(seed, CultureInfo.InvariantCulture), wide);

        Assert.Equal(expected, words);
        Assert.Equal(expected[0] | (ulong)expected[1] << 32, wide[0]);
        Assert.Equal(expected[2] | (ulong)expected[3] << 32, wide[1]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NextUInt64_GoldenSeed_IsNumpys(string seed)
    {
        using var golden = OpenGolden();
        var generator = NumpyGenerator.FromSeed(ulong.Parse(seed, CultureInfo.InvariantCulture));
        foreach (var expected in Entry(golden, seed).GetProperty("raw_uint64").EnumerateArray())
            Assert.Equal(ulong.Parse(expected.GetString()!, CultureInfo.InvariantCulture), generator.NextUInt64());
    }

    /// <summary>One generator through every kind of call: a wrong use of the saved half shows in all that
    /// follows.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Draws_GoldenSeedInterleaved_AreNumpys(string seed)
    {
        using var golden = OpenGolden();
        var entry = Entry(golden, seed);
        var generator = NumpyGenerator.FromSeed(ulong.Parse(seed, CultureInfo.InvariantCulture));

        foreach (var expected in entry.GetProperty("random").EnumerateArray())
            Assert.Equal(expected.GetDouble(), generator.NextDouble());
        foreach (var expected in entry.GetProperty("uniform_-1_1").EnumerateArray())
            Assert.Equal(expected.GetDouble(), generator.Uniform(-1, 1));
        foreach (var expected in entry.GetProperty("integers_-9999_9999").EnumerateArray())
            Assert.Equal(expected.GetInt64(), generator.Integers(-9999, 9999));
        foreach (var expected in entry.GetProperty("integers_3_5").EnumerateArray())
            Assert.Equal(expected.GetInt64(), generator.Integers(3, 5));
        foreach (var expected in entry.GetProperty("random_after").EnumerateArray())
            Assert.Equal(expected.GetDouble(), generator.NextDouble());
        foreach (var expected in entry.GetProperty("integers_0_4").EnumerateArray())
            Assert.Equal(expected.GetInt64(), generator.Integers(0, 4));
        foreach (var expected in entry.GetProperty("uniform_array_-0.05_0.05_4").EnumerateArray())
            Assert.Equal(expected.GetDouble(), generator.Uniform(-0.05, 0.05));
    }

    /// <summary>Whole groups of lanes, what is left of one, and none.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(29)]
    [InlineData(4096)]
    public void FromSeeds_AnyCount_GivesTheGeneratorOfEachSeed(int count)
    {
        var seeds = Enumerable.Range(0, count).Select(i => i switch
        {
            0 => 0u,
            1 => uint.MaxValue,
            _ => (uint)i * 2654435761u,
        }).ToArray();
        var generators = new NumpyGenerator[count];

        NumpyGenerator.FromSeeds(seeds, generators);

        Assert.Equal(seeds.Select(seed => NumpyGenerator.FromSeed(seed)), generators);
    }

    [Fact]
    public void FromSeeds_AsManyGeneratorsAsSeeds_IsAsked() =>
        Assert.Throws<ArgumentException>(() => NumpyGenerator.FromSeeds([1, 2], new NumpyGenerator[3]));

    [Fact]
    public void NextUInt32_Twice_GivesLowThenHighHalf()
    {
        var halves = NumpyGenerator.FromSeed(7);
        var whole = halves;
        var low = halves.NextUInt32();
        var high = halves.NextUInt32();

        Assert.Equal(whole.NextUInt64(), (ulong)high << 32 | low);
        Assert.Equal(whole, halves);
    }

    [Fact]
    public void NextUInt32_WithWholeDrawBetween_KeepsTheSavedHalf()
    {
        var generator = NumpyGenerator.FromSeed(7);
        var reference = generator;
        var first = reference.NextUInt64();
        var second = reference.NextUInt64();

        Assert.Equal((uint)first, generator.NextUInt32());
        Assert.Equal(second, generator.NextUInt64());
        Assert.Equal((uint)(first >> 32), generator.NextUInt32());
    }

    [Fact]
    public void Integers_OneValue_DrawsNothing()
    {
        var generator = NumpyGenerator.FromSeed(3);
        var before = generator;
        Assert.Equal(41, generator.Integers(41, 42));
        Assert.True(before == generator);
    }

    [Theory]
    [InlineData(0L, 1L << 32)]
    [InlineData(-5L, (1L << 32) - 6)]
    [InlineData(long.MinValue, long.MaxValue)]
    [InlineData(-1L << 40, 1L << 41)]
    [InlineData(0L, 3L)]
    public void Integers_AnyRange_StaysInsideAndReachesBothHalves(long low, long high)
    {
        var generator = NumpyGenerator.FromSeed(11);
        var middle = low / 2 + high / 2;
        var below = 0;
        for (var i = 0; i < 1000; i++)
        {
            var value = generator.Integers(low, high);
            Assert.InRange(value, low, high - 1);
            below += value < middle ? 1 : 0;
        }

        Assert.InRange(below, 250, 750);
    }

    [Fact]
    public void Integers_EmptyInterval_Throws()
    {
        var generator = NumpyGenerator.FromSeed(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => generator.Integers(5, 5));
    }

    private static string[] SeedTexts()
    {
        using var golden = OpenGolden();
        return [.. golden.RootElement.GetProperty("seeds").EnumerateArray()
            .Select(entry => entry.GetProperty("seed").GetRawText())];
    }

    private static JsonElement Entry(JsonDocument golden, string seed) =>
        golden.RootElement.GetProperty("seeds").EnumerateArray()
            .Single(entry => entry.GetProperty("seed").GetRawText() == seed);

    private static JsonDocument OpenGolden()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "golden", "numpy-pcg64.json");
        var other = Environment.GetEnvironmentVariable("GAIA_GOLDEN") is { Length: > 0 } folder
            ? Path.Combine(folder, "numpy-pcg64.json")
            : own;
        return JsonDocument.Parse(File.ReadAllBytes(File.Exists(other) ? other : own));
    }
}
