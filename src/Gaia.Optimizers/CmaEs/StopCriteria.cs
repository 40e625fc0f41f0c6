using System.Globalization;

namespace Gaia.Optimizers.CmaEs;

/// <summary>The named reasons for which a run of CMA-ES ends.</summary>
/// <remarks>
/// Names and thresholds of pycma 4.4, in the order in which they are looked at. "numerics" is our own: a decomposition
/// that failed. Left out are the criteria that repeat others (tolfun, tolflatfitness, tolxstagnation, tolupsigma) or
/// that bound time and evaluations, which is the owner's affair. Steps that a float32 genome loses are no reason:
/// Rosenbrock's function converges to 1e-8 while most of its narrowest steps are.
/// </remarks>
internal static class StopCriteria
{
    private const double ToleranceOfHistory = 1e-12;
    private const double ToleranceOfSteps = 1e-11;
    private const double GreatestGrowth = 1e3;
    private const double GreatestCondition = 1e14;
    private const double CoordinateShare = 0.2;
    private const double AxisShare = 0.1;

    /// <summary>The first criterion that holds, or null.</summary>
    public static StopReason? Find(
        StrategyParameters parameters,
        long generation,
        ReadOnlySpan<double> mean,
        double sigma,
        CovarianceModel covariance,
        FitnessHistory history)
    {
        if (covariance.HasFailed)
            return new StopReason("numerics", "the covariance matrix could not be decomposed");
        if (generation >= parameters.MaximumGenerations)
            return Reason("maxiter", $"{generation} generations");
        if (AreStepsTiny(sigma, covariance))
            return Reason("tolx", $"every step below {ToleranceOfSteps:G3}");
        var greatest = GreatestDeviation(covariance) * sigma;
        if (greatest > parameters.InitialSigma * GreatestGrowth)
            return Reason("tolfacupx", $"steps of {greatest:G3}, begun at {parameters.InitialSigma:G3}");
        var range = history.RangeOfRecentBest();
        if (range < ToleranceOfHistory)
            return Reason("tolfunhist", $"best fitness within {range:G3} for {parameters.HistoryLength} generations");
        if (history.HasStagnated(generation))
            return Reason("stagnation", $"no progress for {parameters.StagnationGenerations} generations or more");
        var condition = Condition(covariance.Lengths);
        if (condition > GreatestCondition)
            return Reason("conditioncov", $"condition {condition:G3} of the covariance matrix");
        if (FindLostCoordinate(mean, sigma, covariance) is var coordinate && coordinate >= 0)
            return Reason("noeffectcoord", $"steps in parameter {coordinate} are below the rounding of the mean");
        var axis = (int)(generation % parameters.Dimension);
        if (IsAxisLost(mean, sigma * covariance.Lengths[axis], covariance.Axis(axis)))
            return Reason("noeffectaxis", $"steps along axis {axis} are below the rounding of the mean");
        return null;
    }

    private static StopReason Reason(string name, FormattableString detail) =>
        new(name, detail.ToString(CultureInfo.InvariantCulture));

    private static bool AreStepsTiny(double sigma, CovarianceModel covariance)
    {
        for (var i = 0; i < covariance.Path.Length; i++)
        {
            var tiny = sigma * Math.Sqrt(covariance[i, i]) < ToleranceOfSteps
                && sigma * Math.Abs(covariance.Path[i]) < ToleranceOfSteps;
            if (!tiny)
                return false;
        }

        return true;
    }

    private static double GreatestDeviation(CovarianceModel covariance)
    {
        double variance = 0;
        for (var i = 0; i < covariance.Path.Length; i++)
            variance = Math.Max(variance, covariance[i, i]);
        return Math.Sqrt(variance);
    }

    private static double Condition(ReadOnlySpan<double> lengths)
    {
        var least = double.PositiveInfinity;
        double greatest = 0;
        foreach (var length in lengths)
        {
            least = Math.Min(least, length);
            greatest = Math.Max(greatest, length);
        }

        var ratio = greatest / least;
        return ratio * ratio;
    }

    private static int FindLostCoordinate(ReadOnlySpan<double> mean, double sigma, CovarianceModel covariance)
    {
        for (var i = 0; i < mean.Length; i++)
        {
            if (IsLost(mean[i], CoordinateShare * sigma * Math.Sqrt(covariance[i, i])))
                return i;
        }

        return -1;
    }

    private static bool IsAxisLost(ReadOnlySpan<double> mean, double length, ReadOnlySpan<double> axis)
    {
        for (var i = 0; i < mean.Length; i++)
        {
            if (!IsLost(mean[i], AxisShare * length * axis[i]))
                return false;
        }

        return true;
    }

    private static bool IsLost(double value, double step) => value == value + step;
}
