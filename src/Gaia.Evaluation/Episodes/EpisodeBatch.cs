using Gaia.Evaluation.Workers;

namespace Gaia.Evaluation.Episodes;

/// <summary>One call's (member, seed) pairs, handed out to the workers as they become free.</summary>
/// <remarks>
/// Guided self-scheduling (Polychronopoulos and Kuck, 1987): a share is a part of what is left, and the last ones are
/// single episodes, so that nobody idles long behind a slow one. Each result goes to the slot of its pair, so who ran
/// it leaves no trace.
/// </remarks>
internal sealed class EpisodeBatch
{
    /// <summary>What a worker takes of its even part of the rest: a quarter, so that shares shrink towards the end.
    /// </summary>
    private const int PartsOfTheRest = 4;

    /// <summary>Most pairs in a share, so that a stop does not wait for many episodes.</summary>
    private const int MaxPairsPerShare = 32;

    private ReadOnlyMemory<float> _genomes;
    private ReadOnlyMemory<uint> _seeds;
    private Memory<EpisodeResult> _results;
    private int _parameters;
    private int _workers;
    private long _next;
    private volatile bool _incomplete;

    /// <summary>Ends episodes early.</summary>
    public StopSignal Stop { get; } = new();

    /// <summary>True when a worker left a pair undone.</summary>
    public bool IsIncomplete => _incomplete;

    /// <summary>Seeds of every member.</summary>
    public ReadOnlySpan<uint> Seeds => _seeds.Span;

    /// <summary>Starts a new call; lengths are checked by the caller.</summary>
    public void Begin(
        ReadOnlyMemory<float> genomes,
        int parameters,
        ReadOnlyMemory<uint> seeds,
        Memory<EpisodeResult> results,
        int workers)
    {
        _genomes = genomes;
        _parameters = parameters;
        _seeds = seeds;
        _results = results;
        _workers = workers;
        _next = 0;
        _incomplete = false;
    }

    /// <summary>Lets go of the caller's memory.</summary>
    public void End()
    {
        _genomes = default;
        _seeds = default;
        _results = default;
    }

    /// <summary>Takes the next share of pairs; false when none is left.</summary>
    public bool TryTake(out int first, out int count)
    {
        var rest = _results.Length - Volatile.Read(ref _next);
        var share = Math.Clamp(rest / (_workers * PartsOfTheRest), 1, MaxPairsPerShare);
        var taken = Interlocked.Add(ref _next, share) - share;
        var left = _results.Length - taken;
        first = left > 0 ? (int)taken : 0;
        count = left > 0 ? (int)Math.Min(left, share) : 0;
        return count > 0;
    }

    /// <summary>Parameters of one member.</summary>
    public ReadOnlySpan<float> GenomeOf(int member) =>
        _genomes.Span.Slice(member * _parameters, _parameters);

    /// <summary>Stores the result of a pair.</summary>
    public void Store(int pair, in EpisodeResult result) => _results.Span[pair] = result;

    /// <summary>Notes that a pair was left undone.</summary>
    public void MarkIncomplete() => _incomplete = true;
}
