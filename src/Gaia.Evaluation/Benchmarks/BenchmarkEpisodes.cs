namespace Gaia.Evaluation.Benchmarks;

/// <summary>One thread's episodes of a benchmark, without an end.</summary>
internal abstract class BenchmarkEpisodes
{
    /// <summary>Whole episodes so far.</summary>
    public long Episodes { get; protected set; }

    /// <summary>Goes on for a while, through as many episodes as that takes.</summary>
    /// <returns>Environment steps made.</returns>
    public abstract long Advance();

    /// <summary>First seed of a worker: its episodes are named by this one, the next and so on.</summary>
    protected static uint FirstSeedOf(int worker) => (uint)worker << 20;
}
