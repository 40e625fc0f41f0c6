using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Worlds;

/// <summary>A continuous world of 8 steps that returns what its policy did: the sum of both components.</summary>
internal readonly struct TickWorld : IWorld<int>
{
    public const int Length = 8;

    public static WorldInfo Info { get; } = new()
    {
        Id = "Tick-test",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 1,
        ObservationBounds = [ValueRange.Unbounded],
        ActionKind = ActionKind.Continuous,
        ActionSize = 2,
        ActionBounds = [ValueRange.Within(1f), ValueRange.Within(1f)],
        HorizonSteps = 20,
        SolvedScore = 0,
        Source = "this test",
        Reference = "this test",
        Description = "Counts.",
    };

    public static void Reset(
        ref int state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        state = 0;
        observation[0] = seed;
    }

    public static Transition Step(ref int state, in WorldAction action, Span<float> observation)
    {
        if (MathF.Abs(action.Values[0]) > 1f || MathF.Abs(action.Values[1]) > 1f)
            throw new InvalidOperationException("A component is out of range.");
        observation[0] = ++state;
        return new Transition((double)action.Values[0] + action.Values[1], state == Length);
    }
}
