namespace Gaia.Islands.Tasks;

/// <summary>Bounds on what a task may ask of a node.</summary>
public sealed record LimitTerms
{
    /// <summary>Bytes of one genome. Default 65,536; 4 to 4 MiB.</summary>
    public int GenomeBytes { get; init; } = 65_536;

    /// <summary>Seconds of wall time that a node works on the task. Default one day; 1 to 30 days.</summary>
    public long WallSeconds { get; init; } = 86_400;
}
