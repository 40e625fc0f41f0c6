using Gaia.Core.Identity;
using Gaia.Evaluation;
using Gaia.Islands.Tasks;
using Gaia.Policies;

namespace Gaia.Islands.Scoring;

/// <summary>Scores genomes of one task on the episodes that their ids name.</summary>
/// <remarks>
/// The score is a pure function of task and genome: the same bits on every node. One call at a time, like the evaluator
/// it uses and does not own.
/// </remarks>
public sealed class EliteScorer
{
    private readonly TaskDefinition _task;
    private readonly IEvaluator _evaluator;
    private readonly uint[] _seeds = new uint[Math.Max(HeldOutSeeds.Count, RescoreSeeds.Count)];
    private readonly EpisodeResult[] _results;

    /// <summary>A scorer.</summary>
    /// <exception cref="ArgumentException">The evaluator is for another world or layout.</exception>
    public EliteScorer(TaskDefinition task, IEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(evaluator);
        if (evaluator.Problem != task.Problem)
            throw new ArgumentException("The evaluator is for another world or layout.", nameof(evaluator));
        _task = task;
        _evaluator = evaluator;
        _results = new EpisodeResult[_seeds.Length];
    }

    /// <summary>Runs all held-out episodes.</summary>
    /// <param name="genome">[parameters], finite; -0 and +0 are one value to the id and must be one to the policy, so
    /// pass +0.</param>
    /// <param name="cancellationToken">Cancels between episodes.</param>
    /// <exception cref="ArgumentException">The length does not fit, or a value is not finite.</exception>
    public HeldOutResult Score(ReadOnlyMemory<float> genome, CancellationToken cancellationToken) =>
        Score(genome, Genome.IdOf(_task.Layout, genome.Span), toBeatMicros: null, cancellationToken);

    /// <summary>Runs held-out episodes as long as the genome can be expected to beat a mark.</summary>
    /// <param name="genome">See <see cref="Score(ReadOnlyMemory{float}, CancellationToken)"/>.</param>
    /// <param name="id">The genome's id, which names the episodes.</param>
    /// <param name="toBeatMicros">The mark, in 1e-6 reward units; null to run them all.</param>
    /// <param name="cancellationToken">Cancels between episodes.</param>
    public HeldOutResult Score(
        ReadOnlyMemory<float> genome, EliteId id, long? toBeatMicros, CancellationToken cancellationToken)
    {
        HeldOutSeeds.For(_task.Id, id, _seeds.AsSpan(0, HeldOutSeeds.Count));
        var done = 0;
        var steps = 0L;
        if (toBeatMicros is { } mark)
        {
            foreach (var look in AbandonRule.Looks)
            {
                steps += Run(genome, done, look - done, cancellationToken);
                done = look;
                if (AbandonRule.IsHopeless(_results.AsSpan(0, done), HeldOutSeeds.Count, mark))
                    return new HeldOutResult(null, done, steps);
            }
        }

        steps += Run(genome, done, HeldOutSeeds.Count - done, cancellationToken);
        return Whole(HeldOutSeeds.Count, steps);
    }

    /// <summary>Runs the second, independent set of episodes, all of them.</summary>
    /// <param name="genome">See <see cref="Score(ReadOnlyMemory{float}, CancellationToken)"/>.</param>
    /// <param name="cancellationToken">Cancels between episodes.</param>
    public HeldOutResult Rescore(ReadOnlyMemory<float> genome, CancellationToken cancellationToken)
    {
        var id = Genome.IdOf(_task.Layout, genome.Span);
        RescoreSeeds.For(_task.Id, id, _seeds.AsSpan(0, RescoreSeeds.Count));
        var steps = Run(genome, 0, RescoreSeeds.Count, cancellationToken);
        return Whole(RescoreSeeds.Count, steps);
    }

    private HeldOutResult Whole(int count, long steps)
    {
        var isScore = FixedPointScore.TryFromMean(Returns.Mean(_results.AsSpan(0, count)), out var micros);
        return new HeldOutResult(isScore ? micros : null, count, steps);
    }

    private long Run(ReadOnlyMemory<float> genome, int from, int count, CancellationToken cancellationToken)
    {
        var results = _results.AsMemory(from, count);
        _evaluator.Evaluate(genome, _seeds.AsMemory(from, count), results, cancellationToken);
        return Returns.Steps(results.Span);
    }
}
