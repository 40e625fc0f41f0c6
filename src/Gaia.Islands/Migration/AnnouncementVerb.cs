namespace Gaia.Islands.Migration;

/// <summary>What a node does about an announcement.</summary>
public enum AnnouncementVerb
{
    /// <summary>Fetch the genome, re-evaluate it, report the verdict.</summary>
    Pull,

    /// <summary>Nothing: it is in order, and of no use here.</summary>
    Ignore,

    /// <summary>Refuse: it breaks a rule.</summary>
    Reject,
}
