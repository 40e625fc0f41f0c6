namespace Gaia.Islands.Tasks;

/// <summary>How elites move between islands.</summary>
public sealed record MigrationTerms
{
    /// <summary>The only topology so far: elites are announced to everyone who takes part.</summary>
    public const string Gossip = "gossip";

    /// <summary>The only rule of acceptance so far: only what is better than the receiver's own.</summary>
    public const string Better = "better";

    /// <summary>Generations between two moments at which an island takes received elites in. Default 20; 1 to 10,000.
    /// </summary>
    public int Every { get; init; } = 20;

    /// <summary>Who hears of an elite. Default and only choice "gossip".</summary>
    public string Topology { get; init; } = Gossip;

    /// <summary>Which received elites an island takes. Default and only choice "better".</summary>
    public string Acceptance { get; init; } = Better;
}
