namespace Gaia.Islands.Migration;

/// <summary>Whether a node announces an elite of its own now.</summary>
public enum OwnAnnouncementKind
{
    /// <summary>Announce it.</summary>
    Announce,

    /// <summary>Nothing waits to be announced.</summary>
    Nothing,

    /// <summary>Not better enough than what this node announced last.</summary>
    NoImprovement,

    /// <summary>It waits for a token.</summary>
    RateLimited,
}
