using System.Collections.Immutable;
using Gaia.Core.Results;

namespace Gaia.Optimizers.CmaEs;

/// <summary>The catalog's entry for "cma_es".</summary>
internal sealed class CmaEsFamily : IOptimizerFamily
{
    public const int SnapshotVersion = 1;

    /// <summary>Beyond about a thousand parameters a full covariance matrix is the wrong tool; C, B and the solver's
    /// copy take 32 MiB each here.</summary>
    public const int MaximumDimension = 2048;

    public const int MinimumPopulation = 4;
    public const int MaximumPopulation = 4096;
    public const double MinimumSigma = 1e-9;
    public const double MaximumSigma = 1e6;

    /// <summary>Greatest product of population and dimension: 32 MiB for each of the four arrays of that
    /// size.</summary>
    public const long MaximumPopulationLength = 1 << 22;

    private const string SigmaName = "sigma";
    private const string PopulationName = "population";
    private const string ActiveName = "active";

    public OptimizerInfo Info { get; } = new(
        CmaEsOptimizer.TypeName,
        [
            new(SigmaName, 0.5, MinimumSigma, MaximumSigma, false, "Initial step size, in units of the parameters."),
            new(
                PopulationName, 0, 0, MaximumPopulation, true,
                "Genomes a generation; 0 for 4 + floor(3 ln n) with n parameters."),
            new(ActiveName, 1, 0, 1, true, "1: bad genomes shrink the covariance along their steps; 0: they do not."),
        ],
        "CMA-ES: adapts mean, step size and a full covariance matrix; the choice up to about a thousand parameters.")
    {
        MaximumDimension = MaximumDimension,
    };

    public void Check(
        IReadOnlyDictionary<string, double> settings,
        int dimension,
        string path,
        ImmutableArray<ValidationError>.Builder errors)
    {
        var population = (int)settings.GetValueOrDefault(PopulationName);
        if (population is > 0 and < MinimumPopulation)
        {
            errors.Add(new ValidationError(
                $"{path}.{PopulationName}",
                $"A population of {population} is too small to choose from.",
                $"0 (default) or {MinimumPopulation} to {MaximumPopulation}"));
        }
        else if ((long)population * dimension > MaximumPopulationLength)
        {
            errors.Add(new ValidationError(
                $"{path}.{PopulationName}",
                $"A population of {population} with {dimension} parameters each is too large.",
                $"at most {MaximumPopulationLength / dimension} for {dimension} parameters"));
        }
    }

    public int PopulationOf(IReadOnlyDictionary<string, double> settings, int dimension)
    {
        var population = (int)Setting(settings, PopulationName);
        return population == 0 ? StrategyParameters.DefaultPopulation(dimension) : population;
    }

    public IOptimizer Create(
        IReadOnlyDictionary<string, double> settings, ReadOnlySpan<float> initialMean, ulong key)
    {
        var parameters = new StrategyParameters(
            initialMean.Length,
            Setting(settings, SigmaName),
            (int)Setting(settings, PopulationName),
            Setting(settings, ActiveName) != 0);
        return new CmaEsOptimizer(parameters, initialMean, key);
    }

    public Result<IOptimizer> Restore(OptimizerSnapshot snapshot)
    {
        if (snapshot.Version != SnapshotVersion)
        {
            return Result<IOptimizer>.Invalid(
                "$.version", $"Version {snapshot.Version} is unknown.", $"{SnapshotVersion}");
        }

        return CmaEsOptimizer.TryRestore(snapshot.State.Span) is { } optimizer
            ? Result<IOptimizer>.Ok(optimizer)
            : Result<IOptimizer>.Invalid("$.state", "The bytes are damaged or not a state of cma_es.", "a snapshot");
    }

    private double Setting(IReadOnlyDictionary<string, double> settings, string name) =>
        settings.GetValueOrDefault(name, Info.Settings.First(setting => setting.Name == name).Default);
}
