using Gaia.Evaluation.Benchmarks;
using Gaia.Evaluation.Workers;
using Gaia.Worlds;

namespace Gaia.Evaluation;

/// <summary>Measures how fast a world runs under uniformly random actions.</summary>
/// <remarks>
/// Every thread runs episodes of its own, with actions from a counter-based generator, and measures its own time; the
/// rates of the threads are added. A warm-up first lets the runtime compile the loop.
/// </remarks>
public sealed class WorldBenchmark
{
    /// <summary>Steps between two looks at the clock: its cost stays under 0.1% of the fastest world's.</summary>
    private const int StepsPerClockRead = 512;

    private readonly TimeProvider _time;
    private readonly string _world;
    private readonly Func<ulong, int, RandomEpisodes> _newEpisodes;

    /// <summary>A benchmark of one world.</summary>
    /// <param name="worldId">An id of the world catalog.</param>
    /// <param name="time">The clock that measures.</param>
    /// <exception cref="ArgumentException">No such world.</exception>
    public WorldBenchmark(string worldId, TimeProvider time)
        : this(worldId, time, EpisodesOf(worldId))
    {
    }

    private WorldBenchmark(string worldId, TimeProvider time, Func<ulong, int, RandomEpisodes> newEpisodes)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _world = worldId;
        _newEpisodes = newEpisodes;
    }

    /// <summary>Time before measuring starts.</summary>
    /// <value>Default 0.5 s: optimised code is in place after about 0.2 s.</value>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Key of the actions.</summary>
    public ulong Key { get; init; }

    /// <summary>A benchmark of a world outside the catalog.</summary>
    internal static WorldBenchmark For<TWorld, TState>(TimeProvider time)
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged =>
        new(TWorld.Info.Id, time, (key, worker) => new RandomEpisodes<TWorld, TState>(key, worker));

    /// <summary>Measures on the calling thread's behalf, which waits.</summary>
    /// <param name="threads">1 to <see cref="Evaluators.MaxThreads"/>.</param>
    /// <param name="duration">Measured time, more than zero; the warm-up comes before it.</param>
    /// <param name="cancellationToken">Looked at together with the clock.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public WorldBenchmarkResult Run(int threads, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, Evaluators.MaxThreads);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
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
            _world, "scalar", threads, rates.Sum(rate => rate.Steps), rates.Sum(rate => rate.Episodes));
    }

    private static Func<ulong, int, RandomEpisodes> EpisodesOf(string worldId) =>
        WorldCatalog.TryFind(worldId, out _)
            ? WorldCatalog.Visit(worldId, new EpisodesBinder())
            : throw new ArgumentException($"There is no world {worldId}.", nameof(worldId));

    private (double Steps, double Episodes) Measure(int worker, TimeSpan duration, StopSignal stop)
    {
        var episodes = _newEpisodes(Key, worker);
        Advance(episodes, WarmUp, stop);
        var before = episodes.Episodes;
        var (steps, elapsed) = Advance(episodes, duration, stop);
        var seconds = elapsed.TotalSeconds;
        return (steps / seconds, (episodes.Episodes - before) / seconds);
    }

    private (long Steps, TimeSpan Elapsed) Advance(RandomEpisodes episodes, TimeSpan duration, StopSignal stop)
    {
        var start = _time.GetTimestamp();
        var steps = 0L;
        TimeSpan elapsed;
        do
        {
            episodes.Advance(StepsPerClockRead);
            steps += StepsPerClockRead;
            elapsed = _time.GetElapsedTime(start);
        }
        while (elapsed < duration && !stop.IsRaised);
        return (steps, elapsed);
    }

    private sealed class EpisodesBinder : IWorldVisitor<Func<ulong, int, RandomEpisodes>>
    {
        public Func<ulong, int, RandomEpisodes> Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged => (key, worker) => new RandomEpisodes<TWorld, TState>(key, worker);
    }
}
