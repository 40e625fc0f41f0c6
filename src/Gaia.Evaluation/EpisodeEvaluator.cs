using Gaia.Evaluation.Episodes;
using Gaia.Evaluation.Workers;
using Gaia.Policies;

namespace Gaia.Evaluation;

/// <summary>What the evaluators of every form share: threads, the handing out of episodes, and the checks.</summary>
/// <remarks>
/// Threads are created once and parked between calls; a call allocates nothing. Pairs of member and seed are handed out
/// as threads become free and results are written by slot: the same bits for any number of threads. A worker's
/// exception is thrown to the caller. Disposal during a call ends that call with ObjectDisposedException.
/// </remarks>
public abstract class EpisodeEvaluator : IEvaluator
{
    private readonly EpisodeWorker[] _workers;
    private readonly EpisodeBatch _batch = new();
    private readonly WorkerCrew _crew;

    private protected EpisodeEvaluator(
        EvaluationProblem problem, int threads, ThreadPriority priority, Func<EpisodeWorker> newWorker)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, Evaluators.MaxThreads);
        Problem = problem;
        _workers = new EpisodeWorker[threads];
        for (var i = 0; i < threads; i++)
            _workers[i] = newWorker();
        _crew = new WorkerCrew("gaia-evaluate", threads, priority, _batch.Stop, index => _workers[index].Run(_batch));
    }

    /// <inheritdoc/>
    public EvaluationProblem Problem { get; }

    /// <inheritdoc/>
    public int Threads => _workers.Length;

    /// <inheritdoc/>
    public abstract string Form { get; }

    /// <inheritdoc/>
    public long FinishedEpisodes
    {
        get
        {
            var finished = 0L;
            foreach (var worker in _workers)
                finished += worker.Finished;
            return finished;
        }
    }

    /// <inheritdoc/>
    public void Evaluate(
        ReadOnlyMemory<float> genomes,
        ReadOnlyMemory<uint> seeds,
        Memory<EpisodeResult> results,
        CancellationToken cancellationToken)
    {
        var parameters = Problem.Layout.ParameterCount;
        if (genomes.Length % parameters != 0)
            throw new ArgumentException($"Not a whole number of genomes of {parameters}.", nameof(genomes));
        if (results.Length != (long)(genomes.Length / parameters) * seeds.Length)
            throw new ArgumentException("Not one result for each member and seed.", nameof(results));
        if (!Genome.IsFinite(genomes.Span))
            throw new ArgumentException("A parameter is NaN or infinite.", nameof(genomes));
        _crew.Claim();
        try
        {
            _batch.Begin(genomes, parameters, seeds, results, Threads, _workers[0].Slots);
            _crew.Run(cancellationToken);
            if (_batch.IsIncomplete)
                throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            _batch.End();
            _crew.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _crew.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The problem itself, when it holds.</summary>
    private protected static EvaluationProblem Checked(EvaluationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var errors = problem.Validate();
        return errors.IsEmpty ? problem : throw new ArgumentException(string.Join(" ", errors), nameof(problem));
    }
}
