using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Worlds;

/// <summary>Episodes of one step, but for one seed, whose episode only a stop ends.</summary>
internal readonly struct FiniteUnlessSeed : IWorld<int>
{
    public const uint EndlessSeed = 0xE0D1E55;

    public static WorldInfo Info { get; } = EndlessWorld.Info with { Id = "Finite-unless-test" };

    public static void Reset(
        ref int state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        state = (int)seed;
        observation[0] = seed;
    }

    public static Transition Step(ref int state, in WorldAction action, Span<float> observation)
    {
        if (state != EndlessSeed)
            return new Transition(1.0, Terminated: true);
        EndlessWorld.Started.TrySetResult();
        return new Transition(0.0, Terminated: false);
    }
}
