using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Worlds;

/// <summary>A continuous world whose episodes outlast any test: only a stop ends them.</summary>
internal readonly struct EndlessWorld : IWorld<int>
{
    /// <summary>Completed by the first step of any episode.</summary>
    public static TaskCompletionSource Started { get; set; } = new();

    public static WorldInfo Info { get; } = new()
    {
        Id = "Endless-test",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 1,
        ObservationBounds = [ValueRange.Unbounded],
        ActionKind = ActionKind.Continuous,
        ActionSize = 2,
        ActionBounds = [ValueRange.Within(1f), ValueRange.Within(1f)],
        HorizonSteps = int.MaxValue,
        SolvedScore = 0,
        Source = "this test",
        Reference = "this test",
        Description = "Goes on.",
    };

    public static void Reset(
        ref int state, uint seed, in WorldArguments arguments, Span<float> observation) => observation[0] = seed;

    public static Transition Step(ref int state, in WorldAction action, Span<float> observation)
    {
        if (state++ == 0)
            Started.TrySetResult();
        return new Transition(action.Values[1], Terminated: false);
    }
}
