using Gaia.Evaluation.Episodes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Benchmarks;

/// <summary>A world under test, its types hidden.</summary>
internal abstract class BenchmarkWorld
{
    /// <summary>The world.</summary>
    public abstract WorldInfo Info { get; }

    /// <summary>Episodes of the scalar form.</summary>
    public abstract BenchmarkEpisodes CreateScalar(EpisodeController controller, int worker);

    /// <summary>The SIMD form.</summary>
    public abstract WorldLanes CreateLanes();
}

/// <inheritdoc/>
internal sealed class BenchmarkWorld<TWorld, TState>(Func<WorldLanes> newLanes) : BenchmarkWorld
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    /// <inheritdoc/>
    public override WorldInfo Info => TWorld.Info;

    /// <inheritdoc/>
    public override BenchmarkEpisodes CreateScalar(EpisodeController controller, int worker) =>
        new ScalarEpisodes<TWorld, TState>(controller, worker);

    /// <inheritdoc/>
    public override WorldLanes CreateLanes() => newLanes();
}
