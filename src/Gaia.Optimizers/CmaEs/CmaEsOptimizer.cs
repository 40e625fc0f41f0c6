using Gaia.Optimizers.LinearAlgebra;
using Gaia.Optimizers.Sampling;
using Gaia.Optimizers.Snapshots;

namespace Gaia.Optimizers.CmaEs;

/// <summary>CMA-ES with full covariance matrix, active update and cumulative step-size adaptation.</summary>
/// <remarks>
/// Hansen, "The CMA Evolution Strategy: A Tutorial" (arXiv:1604.00772), figure 6, with the constants of pycma 4.4;
/// outside genomes by Hansen, "Injecting External Solutions Into CMA-ES" (arXiv:1110.4181): the step from the mean is
/// clipped in Mahalanobis length and takes part in ranking, mean, path and rank-mu update, but as a bad rank it does
/// not shrink C. State is in double; a genome is the float32 next to its point, saturated at the greatest float.
/// Recombination uses the unrounded steps. No random number is state: a population is drawn from key, generation and
/// distribution, which is why a snapshot between ask and tell holds none.
/// </remarks>
internal sealed class CmaEsOptimizer : IOptimizer
{
    public const string TypeName = "cma_es";

    private const long MaximumGeneration = 1L << 53;

    private readonly ulong _key;
    private readonly StrategyParameters _parameters;
    private readonly CovarianceModel _covariance;
    private readonly StepSizeControl _stepSize;
    private readonly Population _population;
    private readonly FitnessHistory _history;
    private readonly InjectionQueue _injections;
    private readonly FitnessRanking _ranking;
    private readonly double[] _mean;
    private readonly double[] _meanStep;
    private readonly double[] _isotropic;
    private readonly double[] _shift;
    private bool _isAsked;

    public CmaEsOptimizer(StrategyParameters parameters, ReadOnlySpan<float> initialMean, ulong key)
        : this(parameters, key)
    {
        RequireFinite(initialMean, parameters.Dimension, nameof(initialMean));
        for (var i = 0; i < _mean.Length; i++)
            _mean[i] = initialMean[i];
    }

    private CmaEsOptimizer(StrategyParameters parameters, ulong key)
    {
        _key = key;
        _parameters = parameters;
        _covariance = new CovarianceModel(parameters);
        _stepSize = new StepSizeControl(parameters);
        _population = new Population(parameters.Population, parameters.Dimension);
        _history = new FitnessHistory(parameters);
        _injections = new InjectionQueue(parameters.Population, parameters.Dimension);
        _ranking = new FitnessRanking(parameters.Population);
        _mean = new double[parameters.Dimension];
        _meanStep = new double[Kernels.StrideOf(parameters.Dimension)];
        _isotropic = new double[parameters.Dimension];
        _shift = new double[Kernels.StrideOf(parameters.Dimension)];
    }

    public string Type => TypeName;

    public int Dimension => _parameters.Dimension;

    public int PopulationSize => _parameters.Population;

    public long Generation { get; private set; }

    public StopReason? Stop { get; private set; }

    public double Sigma => _stepSize.Sigma;

    /// <summary>C and its decomposition, for tests of their invariants.</summary>
    internal CovarianceModel Covariance => _covariance;

    private int FirstInjected => PopulationSize - _injections.InUse;

    public void Ask(Span<float> genomes)
    {
        if (genomes.Length != PopulationSize * Dimension)
        {
            throw new ArgumentException(
                $"A population takes {PopulationSize} x {Dimension} floats, not {genomes.Length}.", nameof(genomes));
        }

        if (!_isAsked)
        {
            _injections.Use();
            Draw();
            _isAsked = true;
        }

        for (var member = 0; member < PopulationSize; member++)
        {
            var step = _population.Step(member);
            var genome = genomes.Slice(member * Dimension, Dimension);
            for (var i = 0; i < genome.Length; i++)
                genome[i] = ToSingle(_mean[i] + (Sigma * step[i]));
        }
    }

    public void Tell(ReadOnlySpan<double> fitness)
    {
        if (fitness.Length != PopulationSize)
            throw new ArgumentException($"{PopulationSize} values are told, not {fitness.Length}.", nameof(fitness));
        foreach (var value in fitness)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException($"Fitness is finite, not {value}.", nameof(fitness));
        }

        if (!_isAsked)
            throw new InvalidOperationException("A generation is asked before it is told.");
        _ranking.Rank(fitness);
        Generation++;
        _history.Add(fitness, _ranking.Order, Generation);
        MoveDistribution();
        _injections.Finish();
        _isAsked = false;
        Stop ??= StopCriteria.Find(_parameters, Generation, _mean, Sigma, _covariance, _history);
    }

    public void CopyMean(Span<float> genome)
    {
        if (genome.Length != Dimension)
            throw new ArgumentException($"A genome has {Dimension} floats, not {genome.Length}.", nameof(genome));
        for (var i = 0; i < genome.Length; i++)
            genome[i] = ToSingle(_mean[i]);
    }

    public void Inject(ReadOnlySpan<float> genome)
    {
        RequireFinite(genome, Dimension, nameof(genome));
        _injections.Add(genome);
    }

    public OptimizerSnapshot Snapshot()
    {
        var writer = new StateWriter();
        writer.WriteInt32(Dimension);
        writer.WriteInt32(PopulationSize);
        writer.WriteBoolean(_parameters.Active);
        writer.WriteDouble(_parameters.InitialSigma);
        writer.WriteInt64(unchecked((long)_key));
        writer.WriteInt64(Generation);
        writer.WriteBoolean(_isAsked);
        writer.WriteBoolean(Stop is not null);
        writer.WriteText(Stop?.Name ?? "");
        writer.WriteText(Stop?.Detail ?? "");
        writer.WriteDoubles(_mean);
        _injections.Write(writer);
        _history.Write(writer);
        _stepSize.Write(writer);
        _covariance.Write(writer);
        return new OptimizerSnapshot(TypeName, CmaEsFamily.SnapshotVersion, writer.Finish());
    }

    /// <summary>Reads what <see cref="Snapshot"/> wrote; null where the bytes are no such state.</summary>
    internal static CmaEsOptimizer? TryRestore(ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(state);
        var dimension = reader.ReadInt32(1, CmaEsFamily.MaximumDimension);
        var population = reader.ReadInt32(CmaEsFamily.MinimumPopulation, CmaEsFamily.MaximumPopulation);
        var active = reader.ReadBoolean();
        var sigma = reader.ReadDouble(CmaEsFamily.MinimumSigma, CmaEsFamily.MaximumSigma);
        reader.Require((long)dimension * population <= CmaEsFamily.MaximumPopulationLength);

        // The two triangles of C and B fill most of a true state: nothing large is made for bytes that are too few.
        reader.Require(reader.BytesLeft >= (long)dimension * dimension * sizeof(double));
        if (!reader.Succeeded)
            return null;
        var key = unchecked((ulong)reader.ReadInt64(long.MinValue, long.MaxValue));
        var parameters = new StrategyParameters(dimension, sigma, population, active);
        var optimizer = new CmaEsOptimizer(parameters, key);
        optimizer.Read(ref reader);
        if (!reader.Succeeded || !reader.IsAtEnd)
            return null;
        if (optimizer._isAsked)
            optimizer.Draw();
        return optimizer;
    }

    private void Read(ref StateReader reader)
    {
        Generation = reader.ReadInt64(0, MaximumGeneration);
        _isAsked = reader.ReadBoolean();
        var hasStopped = reader.ReadBoolean();
        var name = reader.ReadText();
        var detail = reader.ReadText();
        Stop = hasStopped ? new StopReason(name, detail) : null;
        reader.ReadDoubles(_mean, float.MaxValue);
        _injections.Read(ref reader);
        _history.Read(ref reader);
        _stepSize.Read(ref reader);
        _covariance.Read(ref reader, Generation);
        reader.Require(_isAsked || _injections.InUse == 0);
    }

    /// <summary>Draws the steps of this generation; the last members give way to the genomes in use.</summary>
    private void Draw()
    {
        for (var member = 0; member < PopulationSize; member++)
            Perturbation.Fill(_key, Generation, member, _population.Isotropic(member));
        _population.Transform(_covariance.Axes, _covariance.Lengths);
        for (var i = 0; i < _injections.InUse; i++)
            Place(_injections[i], FirstInjected + i);
    }

    /// <summary>Makes a member of an outside genome: its step from the mean, clipped in Mahalanobis length.</summary>
    private void Place(ReadOnlySpan<float> genome, int member)
    {
        _shift.AsSpan().Clear();
        for (var i = 0; i < genome.Length; i++)
            _shift[i] = (genome[i] - _mean[i]) / Sigma;
        var length = _covariance.ToIsotropic(_shift, _isotropic);
        if (!double.IsFinite(length))
            return;
        var factor = length > _parameters.InjectedStepLimit ? _parameters.InjectedStepLimit / length : 1;
        var step = _population.Step(member);
        var isotropic = _population.Isotropic(member);
        for (var i = 0; i < genome.Length; i++)
        {
            step[i] = _shift[i] * factor;
            isotropic[i] = _isotropic[i] * factor;
        }
    }

    /// <summary>Equations 41 to 47 of the tutorial.</summary>
    private void MoveDistribution()
    {
        var weights = _parameters.Weights;
        _meanStep.AsSpan().Clear();
        _isotropic.AsSpan().Clear();
        for (var rank = 0; rank < weights.ParentCount; rank++)
        {
            var member = _ranking.Order[rank];
            Kernels.AddScaled(_meanStep, weights.Values[rank], _population.Step(member));
            Kernels.AddScaled(_isotropic, weights.Values[rank], _population.Isotropic(member));
        }

        for (var i = 0; i < _mean.Length; i++)
            _mean[i] = Math.Clamp(_mean[i] + (Sigma * _meanStep[i]), -float.MaxValue, float.MaxValue);
        _covariance.Rotate(_isotropic, _shift);
        _stepSize.MovePath(_shift.AsSpan(0, Dimension));
        var stalled = _stepSize.IsPathTooLong(Generation);
        _covariance.Update(_meanStep, _population, _ranking.Order, FirstInjected, stalled);
        _stepSize.Adapt();
        _covariance.RefreshAxes(Generation);
    }

    private static float ToSingle(double value) => (float)Math.Clamp(value, -float.MaxValue, float.MaxValue);

    private static void RequireFinite(ReadOnlySpan<float> genome, int dimension, string name)
    {
        if (genome.Length != dimension)
            throw new ArgumentException($"A genome has {dimension} floats, not {genome.Length}.", name);
        for (var i = 0; i < genome.Length; i++)
        {
            if (!float.IsFinite(genome[i]))
                throw new ArgumentException($"Parameter {i} is {genome[i]}.", name);
        }
    }
}
