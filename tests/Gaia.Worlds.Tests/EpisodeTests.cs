using Gaia.Core.Results;

namespace Gaia.Worlds.Tests;

public sealed class EpisodeTests
{
    [Fact]
    public void Start_KnownWorld_ShowsTheSameEpisodeAsTheWorldItself()
    {
        Episode episode = Episode.Start("CartPole-v1", 42).Value;
        var (observations, total, steps) = WorldCatalog.Visit("CartPole-v1", new Reference(42));

        Assert.Equal(observations[0], episode.Observation.ToArray());
        for (int t = 1; t < observations.Count; t++)
        {
            Assert.False(episode.HasEnded);
            Assert.Equal(1.0, episode.Step(t % 2).Reward);
            Assert.Equal(observations[t], episode.Observation.ToArray());
        }

        Assert.True(episode.IsTerminated);
        Assert.False(episode.IsTruncated);
        Assert.Equal((steps, total), (episode.Steps, episode.Return));
        Assert.Equal((42u, "CartPole-v1"), (episode.Seed, episode.World.Id));
    }

    [Fact]
    public void Start_UnknownWorld_NamesItAndTheKnownOnes()
    {
        ValidationError error = Assert.Single(Episode.Start("Nowhere-v0", 1).Errors);
        Assert.Contains("Nowhere-v0", error.Message, StringComparison.Ordinal);
        Assert.Contains("LunarLander-v3", error.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_NamedArguments_ReachTheWorld_OthersStayAtTheirDefaults()
    {
        Episode episode = Glide(("drift", 0.5)).Value;
        Assert.Equal((3.0, 0.5), (episode.Arguments[0], episode.Arguments[1]));
        Assert.Equal(3f, episode.Observation[1]);
        episode.Step([0f, 0f]);
        Assert.Equal(0.5f, episode.Observation[0]);
    }

    [Theory]
    [InlineData("edge", 0.999, "1 to 10")]
    [InlineData("edge", 10.5, "1 to 10")]
    [InlineData("edge", double.NaN, "1 to 10")]
    [InlineData("drift", double.PositiveInfinity, "-1 to 1")]
    [InlineData("Edge", 2.0, "edge (1 to 10), drift (-1 to 1)")]
    public void Start_ArgumentOutOfRangeOrUnknown_ListsWhatIsAllowed(string name, double value, string allowed)
    {
        ValidationError error = Assert.Single(Glide((name, value)).Errors);
        Assert.Equal($"$.arguments.{name}", error.Path);
        Assert.Contains("Glider-test", error.Message, StringComparison.Ordinal);
        Assert.Equal(allowed, error.Allowed);
    }

    [Theory]
    [InlineData(-12.0)]
    [InlineData(0.0)]
    public void Start_GravityAtALimitThatIsNotIncluded_SaysSo(double gravity)
    {
        var result = Episode.Start("LunarLander-v3", 1, [new("gravity", gravity)]);
        Assert.Equal("between -12 and 0, neither included", Assert.Single(result.Errors).Allowed);
    }

    [Fact]
    public void Start_SeveralWrongArguments_ReportsEachOfThem() =>
        Assert.Equal(3, Glide(("edge", 0), ("lift", 1), ("drift", 0.1), ("drift", 0.2)).Errors.Count);

    [Fact]
    public void Start_ArgumentOfAWorldWithoutAny_SaysNone()
    {
        var result = Episode.Start("CartPole-v1", 1, [new("gravity", 1)]);
        Assert.Equal("none", Assert.Single(result.Errors).Allowed);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(int.MaxValue)]
    public void Step_ChoiceOutOfRange_ThrowsWithTheWorldsName_AndChangesNothing(int choice)
    {
        Episode episode = Episode.Start("CartPole-v1", 7).Value;
        float[] before = episode.Observation.ToArray();

        var error = Assert.Throws<InvalidActionException>(() => episode.Step(choice));

        Assert.Equal("CartPole-v1", error.WorldId);
        Assert.Contains("CartPole-v1", error.Message, StringComparison.Ordinal);
        Assert.Contains("0 to 1", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, episode.Steps);
        Assert.Equal(before, episode.Observation.ToArray());
    }

    [Theory]
    [InlineData(float.NaN, 0f)]
    [InlineData(0f, float.NaN)]
    [InlineData(float.PositiveInfinity, 0f)]
    [InlineData(0f, float.NegativeInfinity)]
    public void Step_ComponentThatIsNotFinite_ThrowsWithTheWorldsName(float first, float second)
    {
        Episode episode = Glide().Value;
        var error = Assert.Throws<InvalidActionException>(() => episode.Step([first, second]));
        Assert.Equal("Glider-test", error.WorldId);
        Assert.Contains("Glider-test", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0.0), (episode.Steps, episode.Return));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Step_WrongNumberOfComponents_ThrowsWithTheWorldsName(int count)
    {
        Episode episode = Glide().Value;
        var error = Assert.Throws<InvalidActionException>(() => episode.Step(new float[count]));
        Assert.Contains("Glider-test: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("2 finite components", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WrongKindOfAction_ThrowsWithTheWorldsName()
    {
        Episode discrete = Episode.Start("LunarLander-v3", 1).Value;
        Assert.Equal("LunarLander-v3", Assert.Throws<InvalidActionException>(() => discrete.Step([0f, 0f])).WorldId);
        Episode continuous = Glide().Value;
        Assert.Equal("Glider-test", Assert.Throws<InvalidActionException>(() => continuous.Step(0)).WorldId);
    }

    [Fact]
    public void Step_ActionOutsideAContinuousSpace_IsTheWorldsToClipOrCharge()
    {
        Episode episode = Glide().Value;
        Assert.Equal(-7.5, episode.Step([100f, 7.5f]).Reward);
        Assert.Equal(1f, episode.Observation[0]);
    }

    [Fact]
    public void Step_HorizonReached_TruncatesAndAllowsNoStepMore()
    {
        Episode episode = Glide().Value;
        for (int t = 0; t < GliderWorld.Horizon; t++)
            episode.Step([0f, -1f]);

        Assert.Equal((false, true, true), (episode.IsTerminated, episode.IsTruncated, episode.HasEnded));
        Assert.Equal((double)GliderWorld.Horizon, episode.Return);
        var error = Assert.Throws<EpisodeEndedException>(() => episode.Step([0f, 0f]));
        Assert.Equal("Glider-test", error.WorldId);
        Assert.Contains("Glider-test", error.Message, StringComparison.Ordinal);
        Assert.Equal(GliderWorld.Horizon, episode.Steps);
    }

    [Fact]
    public void Step_WorldEndsOnTheLastStepOfTheHorizon_SetsBothFlags()
    {
        Episode episode = Glide().Value;
        for (int t = 0; t < GliderWorld.Horizon; t++)
            episode.Step([1f, 0f]);
        Assert.Equal((true, true), (episode.IsTerminated, episode.IsTruncated));
    }

    [Fact]
    public void Step_EpisodeThatTerminated_ThrowsWithTheWorldsName()
    {
        Episode episode = Glide(("edge", 1)).Value;
        episode.Step([1f, 0f]);
        Assert.True(episode.Step([1f, 0f]).Terminated);
        Assert.Equal((true, false), (episode.IsTerminated, episode.IsTruncated));
        Assert.Contains(
            "Glider-test", Assert.Throws<EpisodeEndedException>(() => episode.Step([0f, 0f])).Message,
            StringComparison.Ordinal);
    }

    private static Result<Episode> Glide(params (string Name, double Value)[] arguments) =>
        Episode.Start<GliderWorld, GliderWorld.State>(
            5, arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value)));

    /// <summary>The episode of alternating choices, by the world's own functions.</summary>
    private sealed class Reference(uint seed) : IWorldVisitor<(List<float[]> Observations, double Total, int Steps)>
    {
        public (List<float[]> Observations, double Total, int Steps) Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged
        {
            TState state = default;
            var observation = new float[TWorld.Info.ObservationSize];
            TWorld.Reset(ref state, seed, TWorld.Info.DefaultArguments, observation);
            List<float[]> observations = [[.. observation]];
            double total = 0;
            while (true)
            {
                WorldAction action = new() { Index = observations.Count % 2 };
                Transition transition = TWorld.Step(ref state, in action, observation);
                observations.Add([.. observation]);
                total += transition.Reward;
                if (transition.Terminated || TWorld.Info.IsTruncatedAt(observations.Count - 1))
                    return (observations, total, observations.Count - 1);
            }
        }
    }
}
