namespace Gaia.Optimizers.CmaEs;

/// <summary>Members from best to worst; of equals the one with the lower index ranks higher.</summary>
internal sealed class FitnessRanking
{
    private static readonly Comparison<Entry> BestFirst = (left, right) =>
    {
        var order = right.Fitness.CompareTo(left.Fitness);
        return order != 0 ? order : left.Member.CompareTo(right.Member);
    };

    private readonly Entry[] _entries;
    private readonly int[] _order;

    public FitnessRanking(int population)
    {
        _entries = new Entry[population];
        _order = new int[population];
    }

    /// <summary>[population].</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>Ranks one generation.</summary>
    /// <param name="fitness">[population], finite, higher is better.</param>
    public void Rank(ReadOnlySpan<double> fitness)
    {
        for (var i = 0; i < _entries.Length; i++)
            _entries[i] = new Entry(fitness[i], i);
        _entries.AsSpan().Sort(BestFirst);
        for (var i = 0; i < _order.Length; i++)
            _order[i] = _entries[i].Member;
    }

    private readonly record struct Entry(double Fitness, int Member);
}
