using System.Collections.Immutable;
using Gaia.Core.Results;

namespace Gaia.Optimizers;

/// <summary>One entry of the catalog: how a type is described, checked, made and restored.</summary>
internal interface IOptimizerFamily
{
    OptimizerInfo Info { get; }

    /// <summary>Adds what the ranges of single settings cannot say. Called with known names in their ranges.</summary>
    void Check(
        IReadOnlyDictionary<string, double> settings,
        int dimension,
        string path,
        ImmutableArray<ValidationError>.Builder errors);

    /// <summary>Genomes a generation, from checked arguments.</summary>
    int PopulationOf(IReadOnlyDictionary<string, double> settings, int dimension);

    /// <summary>Makes one from checked arguments.</summary>
    IOptimizer Create(IReadOnlyDictionary<string, double> settings, ReadOnlySpan<float> initialMean, ulong key);

    /// <summary>Reads a snapshot of this type; hostile bytes are an error, not an exception.</summary>
    Result<IOptimizer> Restore(OptimizerSnapshot snapshot);
}
