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
    private readonly NodeLimits _limits;
    private long _savedGeneration;
    private long _savedEvaluations;
    private int _brokenTurns;

    public IslandSlot(TaskOrder order, NodeId node, NodeOptions options, DateTimeOffset now, ILogger logger)
    {
        _node = node;
        _limits = options.Limits;
        _evaluator = new EvaluatorSource(order.Task.Problem, options.Threads);
        Order = order;
        Island = Restore(order, options.Island, logger)
            ?? new Island(order.Task, node, 0, _evaluator, options.Island);
        var resumed = order.Resume is { } resume && Island.Generation == resume.Generation ? resume : null;
        _started = resumed?.Started ?? now;
        _run = resumed?.Run ?? RunId.For(order.Task.Id, node, 0, now);
        _savedGeneration = Island.Generation;
        _savedEvaluations = order.Resume?.Evaluations ?? 0;
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
    /// <remarks>Re-evaluation counts episodes also while the island rests.</remarks>
    public bool IsDirty =>
        Island.Generation != _savedGeneration || Order.Meter.Evaluations != _savedEvaluations;

    /// <summary>True where this node's own user published the task.</summary>
    public bool IsOwn => Order.Task.Manifest.Publisher == _node;

    /// <summary>True where no generation is to be run.</summary>
    public bool IsResting => Order.IsHeld || Snapshot.Phase is IslandPhase.Solved or IslandPhase.Finished;

    private DateTimeOffset WallEnd => _started + TimeSpan.FromSeconds(Order.Task.Manifest.Limits.WallSeconds);

    /// <summary>What the island does now, by its orders and its budget.</summary>
    public IslandPhase Judge(DateTimeOffset now)
    {
        if (Order.IsSolved)
            return IslandPhase.Solved;
        if (Order.IsHeld)
            return IslandPhase.Waiting;
        if (EndReason(now) is not null)
            return IslandPhase.Finished;
        return Snapshot.BestTraining is null ? IslandPhase.Waiting : IslandPhase.Running;
    }

    /// <summary>Why there is nothing more to do; null where there is.</summary>
    public string? EndReason(DateTimeOffset now)
    {
        if (Island.IsBudgetSpent)
            return "its budget is used";
        if (now >= WallEnd)
            return $"its {Order.Task.Manifest.Limits.WallSeconds} s are over";
        return _brokenTurns >= _limits.TurnAttempts
            ? $"{_brokenTurns} turns of {_limits.TurnSlice.TotalSeconds} s were each too short for one generation"
            : null;
    }

    /// <summary>Takes its threads away for as long as it rests.</summary>
    public void Rest(IslandPhase phase, string? reason)
    {
        Snapshot = Snapshot with { Phase = phase, EndReason = reason };
        _evaluator.Release();
    }

    /// <summary>Runs a generation, no longer than its turn and the task's wall clock limit.</summary>
    /// <returns>Null where it was broken off: the island is as before.</returns>
    /// <exception cref="OperationCanceledException">By <paramref name="stop"/>.</exception>
    public GenerationReport? RunGeneration(TimeProvider time, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var left = WallEnd - now;
        var isWhole = left >= _limits.TurnSlice;
        var length = isWhole ? _limits.TurnSlice : left;
        using var turn = new CancellationTokenSource(length > TimeSpan.Zero ? length : TimeSpan.Zero, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(turn.Token, stop);
        GenerationReport report;
        try
        {
            report = Island.RunGeneration(now, both.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            _brokenTurns += isWhole ? 1 : 0;
            return null;
        }

        _brokenTurns = 0;
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
        Checkpoint = Island.Generation == 0 ? default : Island.Snapshot(),
    };

    /// <summary>Notes that a checkpoint was tried; one that failed is tried again after the same time.</summary>
    public void Saved(RunRecord record, bool isStored, DateTimeOffset now)
    {
        SavedAt = now;
        if (!isStored)
            return;
        _savedGeneration = record.Generation;
        _savedEvaluations = record.Evaluations;
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
        private IEvaluator? _evaluator;
        private long _finishedBefore;

        public EvaluationProblem Problem => problem;

        public int Threads => threads;

        public string Form => NodeForm.Name;

        public long FinishedEpisodes => _finishedBefore + (_evaluator?.FinishedEpisodes ?? 0);

        public void Evaluate(
            ReadOnlyMemory<float> genomes,
            ReadOnlyMemory<uint> seeds,
            Memory<EpisodeResult> results,
            CancellationToken cancellationToken)
        {
            _evaluator ??= Evaluators.Create(problem, threads, NodeForm.InUse);
            _evaluator.Evaluate(genomes, seeds, results, cancellationToken);
        }

        public void Release()
        {
            _evaluator?.Dispose();
            _finishedBefore = FinishedEpisodes;
            _evaluator = null;
        }

        public void Dispose() => Release();
    }
}
