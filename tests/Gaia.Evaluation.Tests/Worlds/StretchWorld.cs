using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Worlds;

/// <summary>One step, whose reward tells both components of an action with ranges of their own.</summary>
internal readonly struct StretchWorld : IWorld<int>
{
    public static WorldInfo Info { get; } = EndlessWorld.Info with
    {
        Id = "Stretch-test",
        ActionBounds = [new ValueRange(-2f, 2f), new ValueRange(0f, 0.5f)],
    };

    public static void Reset(
        ref int state, uint seed, in WorldArguments arguments, Span<float> observation) => observation[0] = seed;

    public static Transition Step(ref int state, in WorldAction action, Span<float> observation) =>
        new(RewardOf(action.Values[0], action.Values[1]), Terminated: true);

    public static double RewardOf(double first, double second) => (1024 * first) + second;
}
