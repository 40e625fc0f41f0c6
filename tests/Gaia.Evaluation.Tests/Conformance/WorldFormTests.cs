using System.Globalization;
using Gaia.Core.Random;
using Gaia.Evaluation.Tests.Golden;
using Gaia.Worlds;
using Gaia.Worlds.Tests.Golden;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>Every form of every world equals the scalar one, and the real Gymnasium, to the bit.</summary>
public sealed class WorldFormTests
{
    /// <summary>Rounds of random episodes in every form and world; a campaign sets it to some hundred.</summary>
    private const string RoundsVariable = "GAIA_CONFORMANCE";
    private const int DefaultRounds = 1;
    private const int MostStepsOfAllSlots = 6_000;
    private const int FewSlots = 13;
    private const int GoldenSlots = 16;
    private const int Companions = 3;

    private static readonly int Rounds = RoundsOf(Environment.GetEnvironmentVariable(RoundsVariable));

    public static TheoryData<string, string> FormsOfWorlds { get; } = Cross(WorldCatalog.All.Select(info => info.Id));

    public static TheoryData<string, string> FormsOfRecordedWorlds { get; } =
        Cross(GoldenEpisodes.Worlds.Where(world => WorldCatalog.TryFind(world, out _)));

    [Theory]
    [MemberData(nameof(FormsOfRecordedWorlds))]
    public void Golden_AllEpisodesOfAWorldSideBySide_EqualTheRecordings(string form, string world)
    {
        var info = InfoOf(world);
        GoldenEpisode[] episodes = [.. GoldenEpisodes.Of(world).Select(GoldenEpisode.Read)];
        Assert.All(episodes, episode => Assert.Equal(info.HorizonSteps, episode.MaxSteps));
        Assert.All(episodes, episode => Assert.Equal(
            Enumerable.Range(1, episode.Steps).Select(info.IsTruncatedAt), episode.Truncated));
        Queue<Part> parts = new(episodes.Select(episode => new RecordedPart(episode)));
        var judged = JudgedParts.Of(info, info.DefaultArguments);
        for (var i = 0; i < Companions; i++)
            parts.Enqueue(judged((uint)i));

        var lanes = WorldForm.Named(form).Create(info, info.DefaultArguments);
        Performance performance = new(lanes, GoldenSlots, key: 1, () => parts.TryDequeue(out var part) ? part : null);
        Assert.Null(performance.Play(long.MaxValue));
        Assert.Empty(parts);
        Assert.True(performance.Steps >= episodes.Sum(episode => episode.Steps));
    }

    [Theory]
    [MemberData(nameof(FormsOfWorlds))]
    public void Random_EpisodesInEverySlot_EqualTheScalarForm(string form, string world)
    {
        var info = InfoOf(world);
        for (var round = 0; round < Rounds; round++)
        {
            var used = Play(form, info, info.DefaultArguments, int.MaxValue, (uint)round, out var slots);
            Assert.Equal(slots, used);
        }
    }

    [Theory]
    [MemberData(nameof(FormsOfWorlds))]
    public void Random_LongerEpisodesInAFewSlotsAndWithOtherArguments_EqualTheScalarForm(string form, string world)
    {
        var info = InfoOf(world);
        for (var round = 0; round < Rounds; round++)
        {
            PhiloxStream random = new((ulong)round, stream: 9);
            var used = Play(form, info, Arguments(info, ref random), FewSlots, (uint)round + 0x10000, out var slots);
            Assert.Equal(Math.Min(FewSlots, slots), used);
        }
    }

    [Theory]
    [InlineData("observation")]
    [InlineData("reward")]
    [InlineData("terminated")]
    [InlineData("reset")]
    public void Play_FormWithOneWrongBit_NamesSlotStepAndField(string field)
    {
        var info = InfoOf("CartPole-v1");
        BrokenLanes lanes = new(WorldCatalog.CreateLanes(info.Id, info.DefaultArguments), field, slot: 11, step: 5);
        var judged = JudgedParts.Of(info, info.DefaultArguments);
        var seed = 0u;
        Performance performance = new(lanes, int.MaxValue, key: 3, () => judged(seed++));
        var difference = performance.Play(100_000);
        Assert.StartsWith("CartPole-v1 slot 11, seed ", difference, StringComparison.Ordinal);
        Assert.Contains($" {field}", difference, StringComparison.Ordinal);
    }

    /// <summary>Plays judged parts in one form.</summary>
    /// <returns>How many slots were used.</returns>
    private static int Play(
        string form, WorldInfo info, WorldArguments arguments, int mostSlots, uint round, out int slots)
    {
        var lanes = WorldForm.Named(form).Create(info, arguments);
        slots = lanes.Slots;
        var judged = JudgedParts.Of(info, in arguments);
        var seed = round << 12;
        Performance performance = new(lanes, mostSlots, round, () => judged(seed++));
        Assert.Null(performance.Play(Math.Max(MostStepsOfAllSlots, slots * 30)));
        return performance.Used.Count;
    }

    /// <summary>Arguments at a limit, at their defaults or anywhere between.</summary>
    private static WorldArguments Arguments(WorldInfo info, ref PhiloxStream random)
    {
        var values = info.DefaultArguments;
        for (var i = 0; i < info.Arguments.Length; i++)
        {
            var argument = info.Arguments[i];
            var between = argument.Minimum + (random.NextDouble() * (argument.Maximum - argument.Minimum));
            values[i] = random.NextBelow(5) switch
            {
                0 => argument.Minimum,
                1 => argument.Maximum,
                2 => argument.Default,
                _ => argument.Step == 0.0 ? between : Math.Floor(between / argument.Step) * argument.Step,
            };
            Assert.True(argument.Allows(values[i]));
        }

        return values;
    }

    private static WorldInfo InfoOf(string world)
    {
        Assert.True(WorldCatalog.TryFind(world, out var info));
        return info;
    }

    private static TheoryData<string, string> Cross(IEnumerable<string> worlds)
    {
        TheoryData<string, string> data = [];
        foreach (var world in worlds)
        {
            foreach (var form in WorldForm.All)
                data.Add(form.Name, world);
        }

        return data;
    }

    /// <summary>A campaign that runs nothing would pass, so what is not a number of rounds is an error.</summary>
    private static int RoundsOf(string? given)
    {
        if (given is null)
            return DefaultRounds;
        return int.TryParse(given, CultureInfo.InvariantCulture, out var rounds) && rounds >= 1
            ? rounds
            : throw new InvalidOperationException($"{RoundsVariable} is \"{given}\", not a number of rounds.");
    }
}
