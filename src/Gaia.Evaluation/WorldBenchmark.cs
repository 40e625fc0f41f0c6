using System.Collections.Immutable;
using Gaia.Evaluation.Benchmarks;
using Gaia.Evaluation.Episodes;
using Gaia.Evaluation.Heuristics;
using Gaia.Evaluation.Lanes;
using Gaia.Evaluation.Workers;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation;

/// <summary>Measures how fast a form of a world runs under a workload.</summary>
/// <remarks>
/// Every thread runs episodes of its own, named by the seeds (worker x 2^20), the next and so on, and measures its own
/// time; the rates of the threads are added. A warm-up first lets the runtime compile the loop.
/// </remarks>
public sealed class WorldBenchmark
{
    private readonly TimeProvider _time;
    private readonly BenchmarkWorld _world;

    /// <summary>A benchmark of one world.</summary>
    /// <param name="worldId">An id of the world catalog.</param>
    /// <param name="time">The clock that measures.</param>
    /// <exception cref="ArgumentException">No such world.</exception>
    public WorldBenchmark(string worldId, TimeProvider time)
        : this(WorldOf(worldId), time)
    {
    }

    private WorldBenchmark(BenchmarkWorld world, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _world = world;
        Policies = BenchmarkPolicies.Of(world.Info);
    }

    /// <summary>Which form runs.</summary>
    public EvaluationForm Form { get; init; } = EvaluationForm.Simd;

    /// <summary>What decides the actions.</summary>
    public BenchmarkWorkload Workload { get; init; }

    /// <summary>Time before measuring starts.</summary>
    /// <value>Default 0.5 s: optimised code is in place after about 0.2 s.</value>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Key of random actions.</summary>
    public ulong Key { get; init; }

    /// <summary>Policies of the workload with a perceptron: episode k of a thread acts by policy k mod their number.
    /// </summary>
    /// <value>Default <see cref="BenchmarkPolicies"/> of the world; at least one, all of one layout.</value>
    public ImmutableArray<PolicyDocument> Policies { get; init; }

    /// <summary>Whether a workload exists for a world: a heuristic does for landers and walkers.</summary>
    public static bool Has(string worldId, BenchmarkWorkload workload) =>
        workload != BenchmarkWorkload.Heuristic || HeuristicCatalog.Has(worldId);

    /// <summary>A workload as reports name it.</summary>
    public static string NameOf(BenchmarkWorkload workload) => workload switch
    {
        BenchmarkWorkload.Random => "random",
        BenchmarkWorkload.Mlp => "mlp",
        BenchmarkWorkload.Heuristic => "heuristic",
        _ => throw new ArgumentOutOfRangeException(nameof(workload)),
    };

    /// <summary>A benchmark of a world outside the catalog, whose slots run one by one.</summary>
    internal static WorldBenchmark For<TWorld, TState>(
        TimeProvider time,
        EvaluationForm form,
        BenchmarkWorkload workload = BenchmarkWorkload.Random,
        ImmutableArray<PolicyDocument> policies = default)
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged =>
        new(
            new BenchmarkWorld<TWorld, TState>(
                () => new SlotwiseLanes<TWorld, TState>(TWorld.Info.DefaultArguments, groups: 1)),
            time)
        {
            Form = form,
            Workload = workload,
            Policies = policies.IsDefault ? BenchmarkPolicies.Of(TWorld.Info) : policies,
        };

    /// <summary>Measures on the calling thread's behalf, which waits.</summary>
    /// <param name="threads">1 to <see cref="Evaluators.MaxThreads"/>.</param>
    /// <param name="duration">Measured time, more than zero; the warm-up comes before it.</param>
    /// <param name="cancellationToken">Looked at together with the clock.</param>
    /// <exception cref="ArgumentException">The world has no heuristic, or a policy does not fit it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public WorldBenchmarkResult Run(int threads, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, Evaluators.MaxThreads);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        CheckWorkload();
        var stop = new StopSignal();
        var rates = new (double Steps, double Episodes)[threads];
        using var crew = new WorkerCrew(
            "gaia-bench", threads, ThreadPriority.Normal, stop, index => rates[index] = Measure(index, duration, stop));
        crew.Claim();
        try
        {
            crew.Run(cancellationToken);
        }
        finally
        {
            crew.Release();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new WorldBenchmarkResult(
            _world.Info.Id,
            Evaluators.NameOf(Form),
            NameOf(Workload),
            threads,
            rates.Sum(rate => rate.Steps),
            rates.Sum(rate => rate.Episodes));
    }

    private static BenchmarkWorld WorldOf(string worldId) =>
        WorldCatalog.TryFind(worldId, out _)
            ? WorldCatalog.Visit(worldId, new WorldBinder())
            : throw new ArgumentException($"There is no world {worldId}.", nameof(worldId));

    private void CheckWorkload()
    {
        if (Workload == BenchmarkWorkload.Heuristic)
        {
            _ = HeuristicCatalog.Create(_world.Info.Id);
        }
        else if (Workload == BenchmarkWorkload.Mlp)
        {
            if (Policies.IsDefaultOrEmpty || Policies.Any(policy => !policy.Layout.Equals(Policies[0].Layout)))
                throw new ArgumentException("The policies are none, or not of one layout.");
            WorldFit.Require(Policies[0].Layout, _world.Info);
        }
    }

    private BenchmarkEpisodes CreateEpisodes(int worker)
    {
        if (Form == EvaluationForm.Scalar)
            return _world.CreateScalar(CreateController(worker), worker);
        var lanes = _world.CreateLanes();
        LaneController controller = Workload switch
        {
            BenchmarkWorkload.Random => new RandomLaneController(lanes, Key, worker),
            BenchmarkWorkload.Mlp => new PolicySetLaneController(lanes, Policies),
            _ => new SlotwiseController(lanes, () => HeuristicCatalog.Create(_world.Info.Id)),
        };
        return new SlotEpisodes(lanes, controller, worker);
    }

    private EpisodeController CreateController(int worker) => Workload switch
    {
        BenchmarkWorkload.Random => new RandomController(_world.Info, Key, worker),
        BenchmarkWorkload.Mlp => new PolicySetController(_world.Info, Policies),
        _ => HeuristicCatalog.Create(_world.Info.Id),
    };

    private (double Steps, double Episodes) Measure(int worker, TimeSpan duration, StopSignal stop)
    {
        var episodes = CreateEpisodes(worker);
        Advance(episodes, WarmUp, stop);
        var before = episodes.Episodes;
        var (steps, elapsed) = Advance(episodes, duration, stop);
        var seconds = elapsed.TotalSeconds;
        return (steps / seconds, (episodes.Episodes - before) / seconds);
    }

    private (long Steps, TimeSpan Elapsed) Advance(BenchmarkEpisodes episodes, TimeSpan duration, StopSignal stop)
    {
        var start = _time.GetTimestamp();
        var steps = 0L;
        TimeSpan elapsed;
        do
        {
            steps += episodes.Advance();
            elapsed = _time.GetElapsedTime(start);
        }
        while (elapsed < duration && !stop.IsRaised);
        return (steps, elapsed);
    }

    private sealed class WorldBinder : IWorldVisitor<BenchmarkWorld>
    {
        public BenchmarkWorld Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged =>
            new BenchmarkWorld<TWorld, TState>(
                () => WorldCatalog.CreateLanes(TWorld.Info.Id, TWorld.Info.DefaultArguments));
    }
}
