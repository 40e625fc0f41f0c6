using Gaia.Core.Results;
using Gaia.Islands.Tasks;
using Gaia.Optimizers;

namespace Gaia.Islands.Running;

/// <summary>Optimisers of the catalog.</summary>
internal sealed class CatalogOptimizers : IOptimizerSource
{
    internal static CatalogOptimizers Instance { get; } = new();

    public IOptimizer Create(OptimizerTerms terms, ReadOnlySpan<float> initialMean, ulong key) =>
        OptimizerCatalog.Create(terms.Type, terms.Settings, initialMean, key);

    public Result<IOptimizer> Restore(OptimizerSnapshot snapshot) => OptimizerCatalog.Restore(snapshot);
}
