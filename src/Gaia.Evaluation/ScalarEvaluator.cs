using Gaia.Evaluation.Episodes;
using Gaia.Evaluation.Workers;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation;

/// <summary>The reference evaluator: one episode at a time on each of its threads.</summary>
/// <remarks>
/// Threads are created once and parked between calls; a call allocates nothing. Pairs of member and seed are handed out
/// as threads become free and results are written by slot: the same bits for any number of threads. A worker's
/// exception is thrown to the caller. Disposal during a call ends that call with ObjectDisposedException.
/// </remarks>
public sealed class ScalarEvaluator : IEvaluator
{
    /// <summary>Most threads of one evaluator.</summary>
    public const int MaxThreads = 1024;

    private readonly EpisodeWorker[] _workers;
    private readonly EpisodeBatch _batch = new();
    private readonly WorkerCrew _crew;

    /// <summary>An evaluator with its own threads.</summary>
    /// <param name="problem">A world of the catalog and a layout that fits it.</param>
    /// <param name="threads">1 to <see cref="MaxThreads"/>.</param>
    /// <param name="priority">Of the threads. Below normal, by default, keeps a node's network answering while every
    /// core evaluates. Windows honours it; on Linux the runtime leaves thread priorities alone.</param>
    /// <exception cref="ArgumentException">The problem does not hold; <see cref="EvaluationProblem.Validate"/> names
    /// each error.</exception>
    public ScalarEvaluator(
        EvaluationProblem problem, int threads, ThreadPriority priority = ThreadPriority.BelowNormal)
        : this(problem, threads, priority, WorkersOf(problem))
    {
    }

    private ScalarEvaluator(
        EvaluationProblem problem, int threads, ThreadPriority priority, Func<EpisodeWorker> newWorker)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, MaxThreads);
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
    public string Form => "scalar";

    /// <summary>An evaluator for a world outside the catalog.</summary>
    internal static ScalarEvaluator For<TWorld, TState>(MlpLayout layout, int threads)
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged =>
        new(
            new EvaluationProblem(TWorld.Info.Id, layout),
            threads,
            ThreadPriority.BelowNormal,
            () => new EpisodeWorker<TWorld, TState>(layout, TWorld.Info.DefaultArguments));

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
            _batch.Begin(genomes, parameters, seeds, results, Threads);
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
    public void Dispose() => _crew.Dispose();

    private static Func<EpisodeWorker> WorkersOf(EvaluationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var errors = problem.Validate();
        return errors.IsEmpty
            ? WorldCatalog.Visit(problem.WorldId, new WorkerBinder(problem))
            : throw new ArgumentException(string.Join(" ", errors), nameof(problem));
    }

    private sealed class WorkerBinder(EvaluationProblem problem) : IWorldVisitor<Func<EpisodeWorker>>
    {
        public Func<EpisodeWorker> Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged => () => new EpisodeWorker<TWorld, TState>(problem.Layout, problem.Arguments);
    }
}
