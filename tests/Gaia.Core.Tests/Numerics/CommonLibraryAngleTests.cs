using System.Globalization;
using System.Numerics;
using Gaia.Core.Numerics;

namespace Gaia.Core.Tests.Numerics;

/// <summary>Sine and cosine against recorded results of the common C library.</summary>
public sealed class CommonLibraryAngleTests
{
    public static TheoryData<string> Ranges =>
        ["tiny", "polynomial", "inner", "quarter", "plain", "huge", "near", "edge", "row"];

    [Theory]
    [MemberData(nameof(Ranges))]
    public void SinAndCos_RecordedArguments_HaveTheLibrarysBits(string range)
    {
        var samples = Samples(range);
        Assert.True(samples.Count >= 40, $"Only {samples.Count} samples of {range}.");
        foreach (var (x, sine, cosine) in samples)
        {
            AssertBits(sine, StrictMath.Sin(x), $"sin({x:R})");
            AssertBits(cosine, StrictMath.Cos(x), $"cos({x:R})");
            var both = StrictMath.SinCos(x);
            AssertBits(sine, both.Sin, $"SinCos({x:R}).Sin");
            AssertBits(cosine, both.Cos, $"SinCos({x:R}).Cos");
        }
    }

    /// <summary>The recorded arguments reach every quadrant in every range beyond the first turn.</summary>
    [Theory]
    [InlineData("plain")]
    [InlineData("huge")]
    [InlineData("near")]
    public void Recording_OfARange_HasAllQuadrants(string range) =>
        Assert.Equal(4, Samples(range).Select(sample => (sample.Sine > 0, sample.Cosine > 0)).Distinct().Count());

    /// <summary>Every row is a sine and a cosine to 106 binary places, and the rest is one of a rounding.</summary>
    [Fact]
    public void SineTable_EveryRow_IsTheTruthInTwoParts()
    {
        for (var row = 0; row < SineTable.Rows; row++)
        {
            var values = SineTable.Values.AsSpan(row * SineTable.Columns, SineTable.Columns);
            AssertParts(values[0], values[1], BinaryReal.Sin(row / 128.0));
            AssertParts(values[2], values[3], BinaryReal.Cos(row / 128.0));
        }

        static void AssertParts(double value, double rest, BigInteger truth)
        {
            Assert.Equal(value, value + rest);
            var error = BinaryReal.FromDouble(value) + BinaryReal.FromDouble(rest) - truth;
            Assert.True(BigInteger.Abs(error) <= BinaryReal.FromDouble(Math.ScaleB(1, -106)));
        }
    }

    private static void AssertBits(double expected, double actual, string what) =>
        Assert.True(
            BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"{what} is {actual:R}, the library says {expected:R}.");

    private static List<(double X, double Sine, double Cosine)> Samples(string range) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden", "glibc-sincos.txt"))
            .Select(line => line.Split(' '))
            .Where(words => words[0].Equals(range, StringComparison.Ordinal))
            .Select(words => (FromBits(words[1]), FromBits(words[2]), FromBits(words[3])))];

    private static double FromBits(string text) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
