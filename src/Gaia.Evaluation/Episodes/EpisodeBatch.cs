using Gaia.Evaluation.Workers;

namespace Gaia.Evaluation.Episodes;

/// <summary>One call's (member, seed) pairs, handed out to the workers as they become free.</summary>
/// <remarks>Each result goes to the slot of its pair, so who ran it leaves no trace.</remarks>
internal sealed class EpisodeBatch
{
    /// <summary>Shares a worker takes on average: enough that a long episode at the end idles nobody for long.</summary>
    private const int SharesPerWorker = 16;

    /// <summary>Most pairs in a share, so that a stop and the balance do not wait for many episodes.</summary>
    private const int MaxPairsPerShare = 32;

    private ReadOnlyMemory<float> _genomes;
    private ReadOnlyMemory<uint> _seeds;
    private Memory<EpisodeResult> _results;
    private int _parameters;
    private int _pairsPerShare;
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
        ReadOnlyMemory<float> genomes, int parameters, ReadOnlyMemory<uint> seeds, Memory<EpisodeResult> results,
        int workers)
    {
        _genomes = genomes;
        _parameters = parameters;
        _seeds = seeds;
        _results = results;
        _pairsPerShare = Math.Clamp(results.Length / (workers * SharesPerWorker), 1, MaxPairsPerShare);
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
        var taken = Interlocked.Add(ref _next, _pairsPerShare) - _pairsPerShare;
        var left = _results.Length - taken;
        first = left > 0 ? (int)taken : 0;
        count = left > 0 ? (int)Math.Min(left, _pairsPerShare) : 0;
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
