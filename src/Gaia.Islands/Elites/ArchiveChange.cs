namespace Gaia.Islands.Elites;

/// <summary>Outcome of an offer to an archive.</summary>
/// <param name="Entry">What became of the offered elite.</param>
/// <param name="Evicted">The elite that made room, if one had to.</param>
public readonly record struct ArchiveChange(ArchiveEntry Entry, Elite? Evicted)
{
    /// <summary>True when the offered elite is now in the archive.</summary>
    public bool Added => Entry is ArchiveEntry.Ranked or ArchiveEntry.Immigrant;
}
