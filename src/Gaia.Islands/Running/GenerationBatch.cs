using Gaia.Core.Identity;
using Gaia.Evaluation;
using Gaia.Islands.Elites;
using Gaia.Islands.Scoring;
using Gaia.Optimizers;

namespace Gaia.Islands.Running;

/// <summary>The arrays of one generation: genomes, seeds, results, fitness. Reused while sizes stay.</summary>
internal sealed class GenerationBatch
{
    /// <summary>Fitness of a member whose returns have no finite mean: below all that can be.</summary>
    internal const double Unscorable = -1e30;

    private readonly float[] _genomes;
    private readonly uint[] _seeds;
    private readonly EpisodeResult[] _results;
    private readonly double[] _fitness;
    private readonly int _members;
    private readonly int _dimension;
    private int _rows;

    internal GenerationBatch(int members, int dimension, int episodes)
    {
        _members = members;
        _dimension = dimension;
        _genomes = new float[(members + 1) * dimension];
        _seeds = new uint[episodes];
        _results = new EpisodeResult[(members + 1) * episodes];
        _fitness = new double[members + 1];
    }

    /// <summary>Fitness of the members, in reward units.</summary>
    internal ReadOnlySpan<double> MemberFitness => _fitness.AsSpan(0, _members);

    /// <summary>Training fitness of the distribution's mean; null where it was not measured.</summary>
    internal double? MeanFitness => _rows > _members ? _fitness[_members] : null;

    /// <summary>The best member; the first of equals.</summary>
    internal int BestMember
    {
        get
        {
            var best = 0;
            for (var i = 1; i < _members; i++)
                best = _fitness[i] > _fitness[best] ? i : best;
            return best;
        }
    }

    /// <summary>Episodes of the batch.</summary>
    internal int Episodes => _rows * _seeds.Length;

    /// <summary>Environment steps of the batch.</summary>
    internal long EnvironmentSteps => Returns.Steps(_results.AsSpan(0, Episodes));

    /// <summary>True where the arrays fit.</summary>
    internal bool Fits(int members) => members == _members;

    /// <summary>Asks the optimiser and runs its members, and the mean if it is due, on the generation's
    /// seeds.</summary>
    internal void Run(
        IOptimizer optimizer, IEvaluator evaluator, Hash256 islandKey, long generation, bool withMean,
        CancellationToken cancellationToken)
    {
        TrainingSeeds.For(islandKey, generation, _seeds);
        optimizer.Ask(_genomes.AsSpan(0, _members * _dimension));
        _rows = _members;
        if (withMean)
        {
            optimizer.CopyMean(_genomes.AsSpan(_members * _dimension, _dimension));
            _rows++;
        }

        evaluator.Evaluate(
            _genomes.AsMemory(0, _rows * _dimension), _seeds, _results.AsMemory(0, Episodes), cancellationToken);
        for (var row = 0; row < _rows; row++)
        {
            var mean = Returns.Mean(_results.AsSpan(row * _seeds.Length, _seeds.Length));
            _fitness[row] = double.IsFinite(mean) ? mean : Unscorable;
        }
    }

    /// <summary>The row with the best evidence: the distribution's mean, by its window, or the best member.</summary>
    /// <param name="window">The mean's evidence, this generation's included; not looked at where it was not
    /// measured.</param>
    internal Candidate Choose(EvidenceWindow window)
    {
        var best = BestMember;
        var results = _results.AsSpan(0, _members * _seeds.Length);
        var member = new Candidate(best, MemberEvidence.Of(results, MemberFitness, best), EliteOperator.Sample);
        if (MeanFitness is null)
            return member;
        var mean = new Candidate(_members, window.Average(), EliteOperator.Mean);
        return mean.Evidence >= member.Evidence ? mean : member;
    }

    /// <summary>A copy of a row, with +0 for -0: the one spelling that ids and stores have.</summary>
    internal float[] CopyGenome(int row)
    {
        var genome = _genomes.AsSpan(row * _dimension, _dimension).ToArray();
        for (var i = 0; i < genome.Length; i++)
            genome[i] = genome[i] == 0f ? 0f : genome[i];
        return genome;
    }
}
