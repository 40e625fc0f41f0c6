using Gaia.Core.Identity;
using Gaia.Core.Numerics;

namespace Gaia.Overlay.Scoring;

/// <summary>What this node holds against others: 0 and below, coming back to 0 by halves.</summary>
internal sealed class PeerScores(PeerScoreOptions options)
{
    private const double LogTwo = 0.6931471805599453;

    private readonly OrderedDictionary<NodeId, Entry> _entries = [];

    public int Count => _entries.Count;

    public double Score(NodeId node, DateTimeOffset now) =>
        _entries.TryGetValue(node, out var entry) ? Decayed(entry, now) : 0;

    /// <summary>True from the moment the score falls to the threshold until it is back above half of it.</summary>
    public bool IsBarred(NodeId node, DateTimeOffset now)
    {
        if (!_entries.TryGetValue(node, out var entry))
            return false;
        return entry.Barred && Decayed(entry, now) <= options.DisconnectBelow / 2;
    }

    /// <summary>Takes the price of an offence away.</summary>
    /// <returns>True where the score is at or below the threshold.</returns>
    public bool Offend(NodeId node, PeerOffence offence, DateTimeOffset now)
    {
        var score = Score(node, now) - Price(offence);
        var barred = score <= options.DisconnectBelow || IsBarred(node, now);
        if (!_entries.ContainsKey(node) && _entries.Count >= options.MaximumNodes)
            ForgetBest(now);
        _entries[node] = new Entry(score, now, barred);
        return score <= options.DisconnectBelow;
    }

    private double Decayed(Entry entry, DateTimeOffset now) =>
        // Not Math.Pow, whose last bits are the platform's.
        entry.Score * StrictMath.Exp(-LogTwo * ((now - entry.Time) / options.HalfLife));

    private double Price(PeerOffence offence) => offence switch
    {
        PeerOffence.InvalidMessage => options.InvalidMessagePrice,
        PeerOffence.BrokenPromise => options.BrokenPromisePrice,
        PeerOffence.FalseScore => options.FalseScorePrice,
        PeerOffence.Flood => options.FloodPrice,
        _ => throw new ArgumentOutOfRangeException(nameof(offence), offence, "No such offence."),
    };

    private void ForgetBest(DateTimeOffset now)
    {
        var best = 0;
        var bestScore = double.NegativeInfinity;
        for (var index = 0; index < _entries.Count; index++)
        {
            var score = Decayed(_entries.GetAt(index).Value, now);
            if (score > bestScore)
                (best, bestScore) = (index, score);
        }

        _entries.RemoveAt(best);
    }

    private readonly record struct Entry(double Score, DateTimeOffset Time, bool Barred);
}
