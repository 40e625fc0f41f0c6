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
    /// <summary>What a slot takes of its even part of the rest: a quarter, so that shares shrink towards the end.
    /// </summary>
    private const int PartsOfTheRest = 4;

    /// <summary>Most pairs in a share, so that a stop does not wait for many episodes.</summary>
    private const int MaxPairsPerShare = 32;

    private ReadOnlyMemory<float> _genomes;
    private ReadOnlyMemory<uint> _seeds;
    private Memory<EpisodeResult> _results;
    private int _parameters;
    private int _slots;
    private long _next;
    private volatile bool _incomplete;

    /// <summary>Ends episodes early.</summary>
    public StopSignal Stop { get; } = new();

    /// <summary>True when a worker left a pair undone.</summary>
    public bool IsIncomplete => _incomplete;

    /// <summary>True while pairs are left that nobody has taken.</summary>
    public bool HasMore => Volatile.Read(ref _next) < _results.Length;

    /// <summary>Slots that a worker fills: no more than its even part of the pairs, so that where there are few, each
    /// worker gets some.</summary>
    public int SlotsPerWorker { get; private set; }

    /// <summary>Starts a new call; lengths are checked by the caller.</summary>
    /// <param name="genomes">[population, parameters].</param>
    /// <param name="parameters">Length of a genome.</param>
    /// <param name="seeds">The same for every member.</param>
    /// <param name="results">[population, seeds].</param>
    /// <param name="workers">Threads that take pairs.</param>
    /// <param name="slots">Episodes that one of them runs side by side.</param>
    public void Begin(
        ReadOnlyMemory<float> genomes,
        int parameters,
        ReadOnlyMemory<uint> seeds,
        Memory<EpisodeResult> results,
        int workers,
        int slots)
    {
        _genomes = genomes;
        _parameters = parameters;
        _seeds = seeds;
        _results = results;
        SlotsPerWorker = (int)Math.Min(slots, ((long)results.Length + workers - 1) / workers);
        _slots = workers * slots;
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
        var share = Math.Clamp(rest / ((long)_slots * PartsOfTheRest), 1L, MaxPairsPerShare);
        var taken = Interlocked.Add(ref _next, share) - share;
        var left = _results.Length - taken;
        first = left > 0 ? (int)taken : 0;
        count = left > 0 ? (int)Math.Min(left, share) : 0;
        return count > 0;
    }

    /// <summary>The member and the seed of a pair.</summary>
    public (int Member, uint Seed) PairAt(int pair)
    {
        var seeds = _seeds.Span;
        var member = pair / seeds.Length;
        return (member, seeds[pair - (member * seeds.Length)]);
    }

    /// <summary>Parameters of one member.</summary>
    public ReadOnlySpan<float> GenomeOf(int member) =>
        _genomes.Span.Slice(member * _parameters, _parameters);

    /// <summary>Stores the result of a pair.</summary>
    public void Store(int pair, in EpisodeResult result) => _results.Span[pair] = result;

    /// <summary>Notes that a pair was left undone.</summary>
    public void MarkIncomplete() => _incomplete = true;
}
