namespace Gaia.Cli.Catalogue;

/// <summary>What `gaianode worlds --json` prints.</summary>
internal sealed record WorldsReport
{
    public string Schema { get; init; } = "gaia.worlds/1";

    /// <summary>In the order of their ids; only the named one where an id was given.</summary>
    public required IReadOnlyList<WorldView> Worlds { get; init; }

    /// <summary>Functions to minimise, suite by suite; only the named one where an id was given.</summary>
    public required IReadOnlyList<FunctionView> Functions { get; init; }
}
