namespace Gaia.Cli.Elites;

/// <summary>What `gaianode export --json` prints.</summary>
internal sealed record ExportedPolicy
{
    public string Schema { get; init; } = "gaia.export/1";

    public required string File { get; init; }

    public required string EliteId { get; init; }

    public required double Score { get; init; }
}
