using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;

namespace Gaia.Islands.Running;

/// <summary>What the next elite of an island grew from. Immutable.</summary>
/// <param name="Previous">The island's own elite before it, or the elite that the optimiser was restarted from.</param>
/// <param name="Injected">Received elites that took part since then, the latest last, at most two.</param>
internal sealed record Lineage(EliteId? Previous, ImmutableArray<EliteId> Injected)
{
    internal static Lineage None { get; } = new(null, []);

    internal static Lineage From(EliteId elite) => new(elite, []);

    internal Lineage WithInjected(EliteId elite)
    {
        var others = Injected.Remove(elite);
        var kept = others.Length < Elite.MaxParents ? others : others.RemoveAt(0);
        return this with { Injected = kept.Add(elite) };
    }

    /// <summary>At most two parents: the previous one first, then the latest injected.</summary>
    internal ImmutableArray<EliteId> ParentsOf(EliteId child)
    {
        var candidates = Previous is { } previous ? Injected.Add(previous) : Injected;
        return [.. candidates.Reverse().Where(parent => parent != child).Distinct().Take(Elite.MaxParents)];
    }
}
