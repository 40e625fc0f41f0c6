namespace Gaia.Islands.Elites;

/// <summary>What became of an elite that was offered to an archive.</summary>
public enum ArchiveEntry
{
    /// <summary>Took a slot for its score.</summary>
    Ranked,

    /// <summary>Took a slot for immigrants.</summary>
    Immigrant,

    /// <summary>Is in the archive already.</summary>
    Duplicate,

    /// <summary>Neither good enough nor drawn as an immigrant.</summary>
    TooWeak,
}
