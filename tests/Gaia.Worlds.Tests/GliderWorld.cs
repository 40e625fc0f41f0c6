namespace Gaia.Worlds.Tests;

/// <summary>A continuous world with two arguments that shows what it was given: it moves by the clipped action and
/// charges for the whole of it, and ends beyond its edge.</summary>
internal readonly struct GliderWorld : IWorld<GliderWorld.State>
{
    public const int Horizon = 4;

    public static WorldInfo Info { get; } = new()
    {
        Id = "Glider-test",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 2,
        ObservationBounds = [ValueRange.Unbounded, ValueRange.Unbounded],
        ActionKind = ActionKind.Continuous,
        ActionSize = 2,
        ActionBounds = [ValueRange.Within(1f), ValueRange.Within(1f)],
        HorizonSteps = Horizon,
        SolvedScore = 0,
        Source = "this test",
        Reference = "this test",
        Description = "Glides.",
        Arguments =
        [
            new("edge", 3, 1, 10, "Where the world ends, in metres."),
            new("drift", 0, -1, 1, "Metres a step."),
        ],
    };

    public static void Reset(ref State state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        state = new State { Edge = arguments[0], Drift = arguments[1] };
        observation[0] = seed;
        observation[1] = (float)arguments[0];
    }

    public static Transition Step(ref State state, in WorldAction action, Span<float> observation)
    {
        state.Place += Math.Clamp(action.Values[0], -1f, 1f) + state.Drift;
        observation[0] = (float)state.Place;
        return new Transition(-action.Values[1], state.Place > state.Edge);
    }

    internal struct State
    {
        public double Place;
        public double Edge;
        public double Drift;
    }
}
