namespace Gaia.Policies;

/// <summary>Limits on reading one policy file.</summary>
public sealed record PolicyFileOptions
{
    /// <summary>Longest file, in bytes.</summary>
    /// <value>Default 4 MiB; 1 or more. About 250,000 parameters as decimal text: far above any world here, and
    /// little enough to refuse before parsing.</value>
    public int MaxBytes { get; init; } = 4 << 20;

    /// <summary>Most errors that are listed; the rest is counted.</summary>
    /// <value>Default 64; 1 or more. A file of NaN would otherwise give one message a parameter.</value>
    public int MaxErrors { get; init; } = 64;
}
