using System.Collections.Immutable;

namespace Gaia.Islands.Tasks;

/// <summary>One optimiser that a task's islands may draw.</summary>
public sealed record OptimizerTerms
{
    /// <summary>Type in the optimiser catalog. Default "cma_es".</summary>
    public string Type { get; init; } = "cma_es";

    /// <summary>Settings that differ from the catalog's defaults, by name.</summary>
    public ImmutableSortedDictionary<string, double> Settings { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>How often it is drawn, relative to the others: above 0, at most 1,000. Default 1.</summary>
    public double Weight { get; init; } = 1;
}
