using System.Collections.Immutable;

namespace Gaia.Islands.Running;

/// <summary>The latest training fitnesses of the distribution's mean: how good it is, said with some patience.
/// Immutable.
/// </summary>
internal readonly record struct EvidenceWindow(ImmutableArray<double> Values)
{
    internal static EvidenceWindow Empty => new([]);

    /// <summary>The window with one measurement more and, where it is full, the oldest one less.</summary>
    internal EvidenceWindow With(double fitness, int capacity)
    {
        var values = Values.Length < capacity ? Values : Values.RemoveRange(0, Values.Length - capacity + 1);
        return new EvidenceWindow(values.Add(fitness));
    }

    /// <summary>The average, added first to last.</summary>
    internal double Average()
    {
        var sum = 0.0;
        foreach (var value in Values)
            sum += value;
        return sum / Values.Length;
    }
}
