using Gaia.Core.Results;
using Gaia.Islands.Running;
using Gaia.Islands.Tasks;
using Gaia.Optimizers;

namespace Gaia.Islands.Tests.Running;

/// <summary>Real CMA-ES that stops when the script says so; remembers where each one began.</summary>
internal sealed class ScriptedOptimizers(int generationsEach) : IOptimizerSource
{
    internal List<(float[] Mean, ulong Key)> Started { get; } = [];

    public IOptimizer Create(OptimizerTerms terms, ReadOnlySpan<float> initialMean, ulong key)
    {
        Started.Add((initialMean.ToArray(), key));
        return new Scripted(OptimizerCatalog.Create(terms.Type, terms.Settings, initialMean, key), generationsEach);
    }

    public Result<IOptimizer> Restore(OptimizerSnapshot snapshot) => OptimizerCatalog.Restore(snapshot);

    private sealed class Scripted(IOptimizer inner, int generations) : IOptimizer
    {
        public string Type => inner.Type;

        public int Dimension => inner.Dimension;

        public int PopulationSize => inner.PopulationSize;

        public long Generation => inner.Generation;

        public StopReason? Stop => Generation >= generations ? new StopReason("scripted", "the script says so") : null;

        public double Sigma => inner.Sigma;

        public void Ask(Span<float> genomes) => inner.Ask(genomes);

        public void Tell(ReadOnlySpan<double> fitness) => inner.Tell(fitness);

        public void CopyMean(Span<float> genome) => inner.CopyMean(genome);

        public void Inject(ReadOnlySpan<float> genome) => inner.Inject(genome);

        public OptimizerSnapshot Snapshot() => inner.Snapshot();
    }
}
