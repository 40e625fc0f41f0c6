using Gaia.Core.Numerics;
using Gaia.Optimizers.Snapshots;

namespace Gaia.Optimizers.CmaEs;

/// <summary>Step size sigma and its evolution path: cumulative step-size adaptation.</summary>
/// <remarks>
/// Hansen, "The CMA Evolution Strategy: A Tutorial" (arXiv:1604.00772), equations 43 and 44. ln sigma changes by at
/// most one a generation, as in pycma; sigma itself stays where its squares and the genomes remain finite.
/// </remarks>
internal sealed class StepSizeControl
{
    private const double MaximumLogChange = 1;
    private const double MaximumPathEntry = 1e150;

    private readonly StrategyParameters _parameters;
    private readonly double[] _path;

    public StepSizeControl(StrategyParameters parameters)
    {
        _parameters = parameters;
        _path = new double[parameters.Dimension];
        Sigma = parameters.InitialSigma;
    }

    /// <summary>Least sigma.</summary>
    public static double Minimum => 1e-100;

    /// <summary>Greatest sigma.</summary>
    public static double Maximum => 1e30;

    /// <summary>In units of the parameters.</summary>
    public double Sigma { get; private set; }

    /// <summary>psigma := (1 - csigma) psigma + sqrt(csigma (2 - csigma) mueff) C^(-1/2) step.</summary>
    /// <param name="isotropicShift">C^(-1/2) times the mean's step in units of sigma, [dimension].</param>
    public void MovePath(ReadOnlySpan<double> isotropicShift)
    {
        var rate = _parameters.StepSizePathRate;
        var scale = Math.Sqrt(rate * (2 - rate) * _parameters.Weights.EffectiveParents);
        for (var i = 0; i < _path.Length; i++)
            _path[i] = ((1 - rate) * _path[i]) + (scale * isotropicShift[i]);
    }

    /// <summary>True where psigma is so long that the covariance path must stand still (h_sigma = 0).</summary>
    /// <param name="generation">Generations told, this one included: at least 1.</param>
    public bool IsPathTooLong(long generation)
    {
        double n = _parameters.Dimension;
        var fading = StrictMath.Exp(2 * generation * StrictMath.Log(1 - _parameters.StepSizePathRate));
        return (SquaredLength() / (1 - fading) / n) - 1 >= 1 + (4 / (n + 1));
    }

    /// <summary>Raises or lowers sigma as psigma is longer or shorter than a random path.</summary>
    public void Adapt()
    {
        var excess = (Math.Sqrt(SquaredLength()) / _parameters.ExpectedNormalLength) - 1;
        var change = excess * _parameters.StepSizePathRate / _parameters.StepSizeDamping;
        Sigma *= StrictMath.Exp(Math.Clamp(change, -MaximumLogChange, MaximumLogChange));
        Sigma = Math.Clamp(Sigma, Minimum, Maximum);
    }

    public void Write(StateWriter writer)
    {
        writer.WriteDouble(Sigma);
        writer.WriteDoubles(_path);
    }

    public void Read(ref StateReader reader)
    {
        Sigma = reader.ReadDouble(Minimum, Maximum);
        reader.ReadDoubles(_path, MaximumPathEntry);
    }

    private double SquaredLength()
    {
        double sum = 0;
        foreach (var value in _path)
            sum += value * value;
        return sum;
    }
}
