using Gaia.Core.Results;
using Gaia.Islands.Tasks;
using Gaia.Optimizers;

namespace Gaia.Islands.Running;

/// <summary>Where an island has its optimisers from.</summary>
internal interface IOptimizerSource
{
    IOptimizer Create(OptimizerTerms terms, ReadOnlySpan<float> initialMean, ulong key);

    Result<IOptimizer> Restore(OptimizerSnapshot snapshot);
}
