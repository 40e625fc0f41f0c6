using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Episodes;

/// <summary>One thread's share of evaluations: a runner bound once to its world.</summary>
internal abstract class EpisodeWorker
{
    /// <summary>Runs pairs until none is left or the batch is stopped.</summary>
    public abstract void Run(EpisodeBatch batch);
}

/// <inheritdoc/>
internal sealed class EpisodeWorker<TWorld, TState>(MlpLayout layout, WorldArguments arguments) : EpisodeWorker
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    private readonly EpisodeRunner<TWorld, TState> _runner = new(layout, in arguments);

    /// <inheritdoc/>
    public override void Run(EpisodeBatch batch)
    {
        var seeds = batch.Seeds;
        var loaded = -1;
        while (batch.TryTake(out var first, out var count))
        {
            for (var pair = first; pair < first + count; pair++)
            {
                var member = pair / seeds.Length;
                if (member != loaded)
                {
                    _runner.Load(batch.GenomeOf(member));
                    loaded = member;
                }

                if (!_runner.TryRun(seeds[pair - (member * seeds.Length)], batch.Stop, out var result))
                {
                    batch.MarkIncomplete();
                    return;
                }

                batch.Store(pair, result);
            }
        }
    }
}
