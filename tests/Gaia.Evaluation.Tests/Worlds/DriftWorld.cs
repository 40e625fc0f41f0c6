using Gaia.Core.Random;
using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Worlds;

/// <summary>A walk pushed by noise and by the action; seeds differ in length, some reach the horizon.</summary>
internal readonly struct DriftWorld : IWorld<DriftState>
{
    /// <summary>A seed at which the first step throws.</summary>
    public const uint BrokenSeed = 0xDEAD;

    public static WorldInfo Info { get; } = new()
    {
        Id = "Drift-test",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 2,
        ObservationBounds = [ValueRange.Unbounded, ValueRange.Unbounded],
        ActionKind = ActionKind.Discrete,
        ActionSize = 3,
        HorizonSteps = 60,
        SolvedScore = 10,
        Source = "this test",
        Reference = "this test",
        Description = "A walk.",
    };

    public static void Reset(
        ref DriftState state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        state = new DriftState { Seed = seed };
        Observe(state, observation);
    }

    public static Transition Step(ref DriftState state, in WorldAction action, Span<float> observation)
    {
        if (state.Seed == BrokenSeed)
            throw new InvalidOperationException("The world broke.");
        var (noise, _, _, _) = Philox4x32.Block(state.Steps, 0, 0, 0, state.Seed, 0);
        state.Steps++;
        state.Position += ((noise >> 8) * (1f / (1 << 23))) - 1f + (0.1f * (action.Index - 1));
        Observe(state, observation);
        return new Transition(0.1 + (state.Position / 3.0), MathF.Abs(state.Position) > 5f);
    }

    private static void Observe(in DriftState state, Span<float> observation)
    {
        observation[0] = state.Position;
        observation[1] = state.Steps * 0.01f;
    }
}
