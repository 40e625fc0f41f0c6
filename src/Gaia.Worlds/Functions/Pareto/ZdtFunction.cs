using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Pareto;

/// <summary>ZDT1 to ZDT4: two objectives, a front that one variable runs along, and a distance from it by the others.
/// </summary>
/// <remarks>
/// Zitzler, Deb and Thiele, "Comparison of Multiobjective Evolutionary Algorithms: Empirical Results" (2000).
/// Defined in a box only; a coordinate outside counts as the nearest one inside.
/// </remarks>
internal sealed class ZdtFunction(FunctionInfo info, ZdtKind kind, int dimension)
    : FunctionInstance(info, dimension, instance: 1)
{
    public override FunctionOptimum? Optimum => null;

    public override ParetoFront Front { get; } = new ZdtFront(kind, dimension);

    public override double LowerBound(int variable) => variable == 0 ? 0.0 : Info.LowerBound;

    public override double UpperBound(int variable) => variable == 0 ? 1.0 : Info.UpperBound;

    private protected override void Compute(ReadOnlySpan<double> x, Span<double> objectives)
    {
        double first = Math.Clamp(x[0], 0.0, 1.0);
        double distance = kind == ZdtKind.ManyFronts ? WavedDistance(x[1..]) : PlainDistance(x[1..]);
        objectives[0] = first;
        objectives[1] = distance * ZdtShape.Height(kind, first, distance);
    }

    private double PlainDistance(ReadOnlySpan<double> rest)
    {
        double sum = 0.0;
        foreach (double value in rest)
            sum += Inside(value);
        return 1.0 + (9.0 * sum / rest.Length);
    }

    private double WavedDistance(ReadOnlySpan<double> rest)
    {
        double sum = 0.0;
        foreach (double value in rest)
        {
            double inside = Inside(value);
            sum += (inside * inside) - (10.0 * StrictMath.Cos(4.0 * Math.PI * inside));
        }

        return 1.0 + (10.0 * rest.Length) + sum;
    }

    private double Inside(double value) => Math.Clamp(value, Info.LowerBound, Info.UpperBound);
}
