using System.Diagnostics;
using Gaia.Core.Identity;
using Gaia.Core.Results;
using Gaia.Evaluation;
using Gaia.Islands.Elites;
using Gaia.Islands.Running.Checkpoints;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Optimizers;
using Gaia.Policies;

namespace Gaia.Islands.Running;

/// <summary>One search for one task: ask, evaluate on fresh common seeds, tell, and score what looks like an
/// elite.</summary>
/// <remarks>
/// <para>A generation runs the members, and the distribution's mean where it is due, on training seeds of its own. The
/// row with the best evidence is scored on held-out episodes when its evidence exceeds the best known score and
/// held-out episodes are within their share; the score, not the evidence, makes it an elite. When the optimiser stops,
/// a new one starts: at the best known elite, or at a fresh random mean where that was tried since the elite was
/// found.</para>
/// <para>Deterministic: task, node, index and the injected elites decide every bit, for any number of threads and over
/// any number of snapshots. Time enters only as the instant passed in, and only into what an elite says about itself.
/// One owner; not thread-safe.</para>
/// </remarks>
public sealed class Island
{
    private readonly IslandOptions _options;
    private readonly IEvaluator _evaluator;
    private readonly IOptimizerSource _source;
    private readonly EliteScorer _scorer;
    private readonly OptimizerTerms _terms;
    private readonly Hash256 _key;
    private IOptimizer _optimizer;
    private GenerationBatch _batch;
    private IslandState _state;

    /// <summary>An island at its beginning.</summary>
    /// <param name="task">The task.</param>
    /// <param name="node">The node that it runs on.</param>
    /// <param name="index">Index of the island on that node, 0 or more.</param>
    /// <param name="evaluator">For the task's world and layout; not owned.</param>
    /// <param name="options">How episodes are spent.</param>
    /// <exception cref="ArgumentException">The evaluator does not fit, or an option is out of range.</exception>
    public Island(TaskDefinition task, NodeId node, int index, IEvaluator evaluator, IslandOptions options)
        : this(task, node, index, evaluator, options, CatalogOptimizers.Instance, new IslandState(), null)
    {
    }

    internal Island(
        TaskDefinition task,
        NodeId node,
        int index,
        IEvaluator evaluator,
        IslandOptions options,
        IOptimizerSource source,
        IslandState state,
        IOptimizer? optimizer)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Task = task;
        Node = node;
        _options = options;
        _evaluator = evaluator;
        _source = source;
        _scorer = new EliteScorer(task, evaluator);
        _key = IslandKey.Of(task.Id, node, index);
        _terms = OptimizerDraw.For(task, node, index);
        _state = state;
        var key = IslandKey.ForOptimizer(_key, 0);
        _optimizer = optimizer ?? source.Create(_terms, StartingMean.First(task, key), key);
        _batch = NewBatch();
    }

    /// <summary>The task.</summary>
    public TaskDefinition Task { get; }

    /// <summary>The node.</summary>
    public NodeId Node { get; }

    /// <summary>Type of the optimiser that the island drew.</summary>
    public string Optimizer => _optimizer.Type;

    /// <summary>Generations done, over all restarts of the optimiser.</summary>
    public long Generation => _state.Generation;

    /// <summary>Restarts of the optimiser.</summary>
    public int Restarts => _state.Restarts;

    /// <summary>Episodes run, held-out ones included.</summary>
    public long Evaluations => _state.Evaluations;

    /// <summary>Those of them that were held-out or a re-score.</summary>
    public long HeldOutEpisodes => _state.HeldOutEpisodes;

    /// <summary>Environment steps taken.</summary>
    public long EnvironmentSteps => _state.EnvironmentSteps;

    /// <summary>Best training fitness so far, in reward units; null before the first generation. Not a score.</summary>
    public double? BestFitness => _state.BestFitness;

    /// <summary>The best elite that the island found or was given.</summary>
    public Elite? BestKnown => _state.BestKnown;

    /// <summary>True where the task's budget is used up.</summary>
    public bool IsBudgetSpent =>
        _state.Evaluations >= Task.Manifest.Budget.Evaluations
        || _state.EnvironmentSteps >= (Task.Manifest.Budget.EnvironmentSteps ?? long.MaxValue);

    /// <summary>The island that a snapshot holds; it goes on bit for bit as the first one would have.</summary>
    /// <param name="task">The task of the snapshot.</param>
    /// <param name="node">The node of the snapshot.</param>
    /// <param name="index">The island's index on that node.</param>
    /// <param name="evaluator">For the task's world and layout; not owned. Any number of threads.</param>
    /// <param name="options">The same as before, for the same bits.</param>
    /// <param name="snapshot">What <see cref="Snapshot"/> gave.</param>
    /// <returns>An error where the bytes are damaged or belong to another island.</returns>
    public static Result<Island> Restore(
        TaskDefinition task, NodeId node, int index, IEvaluator evaluator, IslandOptions options,
        ReadOnlySpan<byte> snapshot) =>
        Restore(task, node, index, evaluator, options, CatalogOptimizers.Instance, snapshot);

    internal static Result<Island> Restore(
        TaskDefinition task, NodeId node, int index, IEvaluator evaluator, IslandOptions options,
        IOptimizerSource source, ReadOnlySpan<byte> snapshot)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (IslandCheckpoint.FromBytes(snapshot) is not { } checkpoint)
            return Result<Island>.Invalid("$", "The checkpoint is damaged.", "what Snapshot() gave, version 1");
        if (checkpoint.Key != IslandKey.Of(task.Id, node, index))
            return Result<Island>.Invalid("$.key", "The checkpoint is another island's.", $"task {task.Id.Short}");
        return source.Restore(checkpoint.Optimizer).Then(optimizer =>
            optimizer.Dimension == task.Layout.ParameterCount
                ? Result<Island>.Ok(new Island(
                    task, node, index, evaluator, options, source, checkpoint.State, optimizer))
                : Result<Island>.Invalid("$.optimizer", "The genome has another length.", $"{task.Layout}"));
    }

    /// <summary>Everything that the island needs to go on: versioned, with its own digest.</summary>
    public byte[] Snapshot() => new IslandCheckpoint(_key, _state, _optimizer.Snapshot()).ToBytes();

    /// <summary>Offers an elite of another node; it takes part from the task's next migration on, if it is
    /// better.</summary>
    /// <exception cref="ArgumentException">The elite is of another task, or its length does not fit.</exception>
    public InjectOutcome Inject(Elite elite)
    {
        ArgumentNullException.ThrowIfNull(elite);
        if (elite.Task != Task.Id || elite.Genome.Length != Task.Layout.ParameterCount)
            throw new ArgumentException("The elite is of another task.", nameof(elite));
        if (_state.BestKnown is { } best && !EliteRank.Of(elite).IsBefore(EliteRank.Of(best)))
            return InjectOutcome.NotBetter;
        var waiting = _state.Waiting.Length < _options.WaitingElites ? _state.Waiting : _state.Waiting.RemoveAt(0);
        _state = _state with { BestKnown = elite, Waiting = waiting.Add(elite) };
        return InjectOutcome.Queued;
    }

    /// <summary>Runs one generation.</summary>
    /// <param name="now">The instant that an elite found here is dated with.</param>
    /// <param name="cancellationToken">Cancels between episodes. The island is then as before: the next call runs the
    /// same generation again, from the start.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public GenerationReport RunGeneration(DateTimeOffset now, CancellationToken cancellationToken)
    {
        TakeWaiting();
        var withMean = _state.Generation % _options.MeanEvery == 0;
        _batch.Run(_optimizer, _evaluator, _key, _state.Generation, withMean, cancellationToken);
        var evidence = _batch.MeanFitness is { } measured
            ? _state.Evidence.With(measured, _options.EvidenceWindow)
            : _state.Evidence;
        var trial = Try(_batch.Choose(evidence), now, cancellationToken);

        // Nothing above has changed what a repetition would see; from here on nothing can be cancelled.
        var sigma = _optimizer.Sigma;
        _optimizer.Tell(_batch.MemberFitness);
        _state = Advanced(evidence, trial);
        var report = Report(trial, sigma);
        if (_optimizer.Stop is null)
            return report;
        var stop = _optimizer.Stop;
        Restart();
        return report with { Stop = stop, Restarts = _state.Restarts };
    }

    private void TakeWaiting()
    {
        if (_state.Waiting.IsEmpty || _state.Generation % Task.Manifest.Migration.Every != 0)
            return;
        var lineage = _state.Lineage;
        foreach (var elite in _state.Waiting)
        {
            _optimizer.Inject(elite.Genome);
            lineage = lineage.WithInjected(elite.Id);
        }

        _state = _state with { Waiting = [], Lineage = lineage };
    }

    private Trial Try(Candidate candidate, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mark = _state.BestKnown?.ScoreMicros;
        var isPromising = mark is null || candidate.Evidence > FixedPointScore.ToReturn(mark.Value);
        if (!isPromising || !HeldOutBudget.Allows(_state, _batch.Episodes, _options.HeldOutShare))
            return default;
        var genome = _batch.CopyGenome(candidate.Row);
        var id = Genome.IdOf(Task.Layout, genome);
        var scored = _scorer.Score(genome, id, mark, cancellationToken);
        if (scored.ScoreMicros is not { } score || score <= (mark ?? long.MinValue))
            return new Trial(null, null, scored.Episodes, scored.EnvironmentSteps);
        var elite = NewElite(id, genome, score, candidate.OperatorName, now);
        if (!SolvedRule.IsCandidate(Task, score))
            return new Trial(elite, null, scored.Episodes, scored.EnvironmentSteps);
        var again = _scorer.Rescore(genome, cancellationToken);
        return new Trial(
            elite,
            again.ScoreMicros,
            scored.Episodes + again.Episodes,
            scored.EnvironmentSteps + again.EnvironmentSteps);
    }

    private Elite NewElite(EliteId id, float[] genome, long score, string operatorName, DateTimeOffset now) => new()
    {
        Id = id,
        Task = Task.Id,
        Genome = genome,
        ScoreMicros = score,
        Parents = _state.Lineage.ParentsOf(id),
        Origin = Node,
        Optimizer = _optimizer.Type,
        Generation = _state.Generation + 1,
        Created = now,
        Source = EliteSource.Local,
        OperatorName = operatorName,
    };

    private IslandState Advanced(EvidenceWindow evidence, Trial trial)
    {
        var best = _batch.MemberFitness[_batch.BestMember];
        return _state with
        {
            Generation = _state.Generation + 1,
            Evaluations = _state.Evaluations + _batch.Episodes + trial.Episodes,
            HeldOutEpisodes = _state.HeldOutEpisodes + trial.Episodes,
            EnvironmentSteps = _state.EnvironmentSteps + _batch.EnvironmentSteps + trial.EnvironmentSteps,
            BestFitness = Math.Max(_state.BestFitness ?? double.MinValue, best),
            BestKnown = trial.Elite ?? _state.BestKnown,
            Evidence = evidence,
            Lineage = trial.Elite is { } elite ? Lineage.From(elite.Id) : _state.Lineage,
        };
    }

    private GenerationReport Report(Trial trial, double sigma)
    {
        var sum = 0.0;
        foreach (var fitness in _batch.MemberFitness)
            sum += fitness;
        return new GenerationReport
        {
            Generation = _state.Generation,
            Optimizer = _optimizer.Type,
            BestFitness = _batch.MemberFitness[_batch.BestMember],
            MemberFitness = sum / _batch.MemberFitness.Length,
            MeanFitness = _batch.MeanFitness,
            Sigma = sigma,
            Evaluations = _batch.Episodes + trial.Episodes,
            EnvironmentSteps = _batch.EnvironmentSteps + trial.EnvironmentSteps,
            NewElite = trial.Elite,
            RescoreMicros = trial.RescoreMicros,
            Solved = trial.Elite is { } elite && SolvedRule.IsSolved(Task, elite.ScoreMicros, trial.RescoreMicros),
            Restarts = _state.Restarts,
        };
    }

    private void Restart()
    {
        var restarts = _state.Restarts + 1;
        var key = IslandKey.ForOptimizer(_key, restarts);
        var from = _state.BestKnown is { } best && best.Id != _state.RestartedFrom ? best : null;
        _optimizer = _source.Create(_terms, from?.Genome ?? StartingMean.Fresh(Task, key), key);
        _state = _state with
        {
            Restarts = restarts,
            RestartedFrom = from?.Id ?? _state.RestartedFrom,
            Evidence = EvidenceWindow.Empty,
            Lineage = from is null ? Lineage.None : Lineage.From(from.Id),
        };
        Debug.Assert(_optimizer.Stop is null, "A new optimiser has not stopped.");
        if (!_batch.Fits(_optimizer.PopulationSize))
            _batch = NewBatch();
    }

    private GenerationBatch NewBatch() =>
        new(_optimizer.PopulationSize, Task.Layout.ParameterCount, Task.Manifest.Fitness.Episodes);
}
