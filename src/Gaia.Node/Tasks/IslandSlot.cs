using Gaia.Core.Identity;
using Gaia.Evaluation;
using Gaia.Islands.Ports;
using Gaia.Islands.Running;
using Gaia.Node.Hosting;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Tasks;

/// <summary>One task's island with its evaluator, on the islands' thread. One owner.</summary>
internal sealed class IslandSlot : IDisposable
{
    private readonly RunId _run;
    private readonly DateTimeOffset _started;
    private readonly NodeId _node;
    private readonly EvaluatorSource _evaluator;
    private long _savedGeneration;

    public IslandSlot(
        TaskOrder order, NodeId node, int threads, IslandOptions options, DateTimeOffset now, ILogger logger)
    {
        _node = node;
        _evaluator = new EvaluatorSource(order.Task.Problem, threads);
        Order = order;
        Island = Restore(order, options, logger) ?? new Island(order.Task, node, 0, _evaluator, options);
        var resumed = order.Resume is { } resume && Island.Generation == resume.Generation ? resume : null;
        _started = resumed?.Started ?? now;
        _run = resumed?.Run ?? RunId.For(order.Task.Id, node, 0, now);
        _savedGeneration = Island.Generation;
        SavedAt = now;
        Snapshot = new IslandSnapshot
        {
            Phase = IslandPhase.Waiting,
            Optimizer = Island.Optimizer,
            Generation = Island.Generation,
            Restarts = Island.Restarts,
        };
    }

    public TaskOrder Order { get; set; }

    public Island Island { get; }

    public IslandSnapshot Snapshot { get; private set; }

    /// <summary>When the last checkpoint was taken.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>True where a checkpoint would say something new.</summary>
    public bool IsDirty => Island.Generation != _savedGeneration;

    public bool IsResting => Snapshot.Phase is IslandPhase.Solved or IslandPhase.Finished;

    /// <summary>What the island does now, by its orders and its budget.</summary>
    public IslandPhase Judge(DateTimeOffset now)
    {
        if (Order.IsSolved)
            return IslandPhase.Solved;
        var wall = TimeSpan.FromSeconds(Order.Task.Manifest.Limits.WallSeconds);
        if (Island.IsBudgetSpent || now - _started >= wall)
            return IslandPhase.Finished;
        return Snapshot.BestTraining is null ? IslandPhase.Waiting : IslandPhase.Running;
    }

    /// <summary>Takes its threads away for as long as it rests.</summary>
    public void Rest(IslandPhase phase)
    {
        Snapshot = Snapshot with { Phase = phase };
        _evaluator.Release();
    }

    /// <summary>Goes on after a rest.</summary>
    public void Wake() => Snapshot = Snapshot with { Phase = IslandPhase.Waiting };

    public GenerationReport RunGeneration(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var report = Island.RunGeneration(now, cancellationToken);
        Snapshot = new IslandSnapshot
        {
            Phase = IslandPhase.Running,
            Optimizer = Island.Optimizer,
            Generation = report.Generation,
            BestTraining = report.BestFitness,
            MeanTraining = report.MeanFitness ?? Snapshot.MeanTraining,
            Sigma = report.Sigma,
            Restarts = report.Restarts,
            LastStop = report.Stop?.Name ?? Snapshot.LastStop,
        };
        return report;
    }

    /// <summary>What it takes to go on after a restart of the process.</summary>
    public RunRecord Checkpoint(DateTimeOffset now) => new()
    {
        Run = _run,
        Task = Order.Task.Id,
        Node = _node,
        Started = _started,
        Updated = now,
        Optimizer = Island.Optimizer,
        Generation = Island.Generation,
        Evaluations = Order.Meter.Evaluations,
        EnvironmentSteps = Order.Meter.EnvironmentSteps,
        BestFitness = Island.BestFitness,
        ScoreMicros = Island.BestKnown?.ScoreMicros,
        Checkpoint = Island.Snapshot(),
    };

    /// <summary>Notes that a checkpoint was tried; one that failed is tried again after the same time.</summary>
    public void Saved(RunRecord record, bool isStored, DateTimeOffset now)
    {
        SavedAt = now;
        if (isStored)
            _savedGeneration = record.Generation;
    }

    /// <inheritdoc/>
    public void Dispose() => _evaluator.Dispose();

    private Island? Restore(TaskOrder order, IslandOptions options, ILogger logger)
    {
        if (order.Resume is not { Checkpoint.IsEmpty: false } resume)
            return null;
        var restored = Island.Restore(order.Task, _node, 0, _evaluator, options, resume.Checkpoint.Span);
        if (restored.TryGet(out var island))
            return island;
        NodeLog.RunNotRestored(logger, order.Task.Id.Short, string.Join(" ", restored.Errors));
        return null;
    }

    /// <summary>An evaluator that has threads only while its island works.</summary>
    private sealed class EvaluatorSource(EvaluationProblem problem, int threads) : IEvaluator
    {
        private ScalarEvaluator? _evaluator;

        public EvaluationProblem Problem => problem;

        public int Threads => threads;

        public string Form => NodeForm.Scalar;

        public void Evaluate(
            ReadOnlyMemory<float> genomes,
            ReadOnlyMemory<uint> seeds,
            Memory<EpisodeResult> results,
            CancellationToken cancellationToken)
        {
            _evaluator ??= new ScalarEvaluator(problem, threads);
            _evaluator.Evaluate(genomes, seeds, results, cancellationToken);
        }

        public void Release()
        {
            _evaluator?.Dispose();
            _evaluator = null;
        }

        public void Dispose() => Release();
    }
}
