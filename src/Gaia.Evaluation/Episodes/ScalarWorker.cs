using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Episodes;

/// <summary>A worker that runs one episode after another: a runner bound once to its world.</summary>
internal sealed class ScalarWorker<TWorld, TState>(MlpLayout layout, WorldArguments arguments) : EpisodeWorker
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    private readonly EpisodeRunner<TWorld, TState> _runner = new(layout, in arguments);

    /// <inheritdoc/>
    public override int Slots => 1;

    /// <inheritdoc/>
    public override void Run(EpisodeBatch batch)
    {
        var loaded = -1;
        while (batch.TryTake(out var first, out var count))
        {
            for (var pair = first; pair < first + count; pair++)
            {
                var (member, seed) = batch.PairAt(pair);
                if (member != loaded)
                {
                    _runner.Load(batch.GenomeOf(member));
                    loaded = member;
                }

                if (!_runner.TryRun(seed, batch.Stop, out var result))
                {
                    batch.MarkIncomplete();
                    return;
                }

                Store(batch, pair, in result);
            }
        }
    }
}
