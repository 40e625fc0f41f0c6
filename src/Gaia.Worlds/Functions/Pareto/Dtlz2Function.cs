using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Pareto;

/// <summary>DTLZ2: any number of objectives, which lie on a sphere around 0.</summary>
/// <remarks>
/// Deb, Thiele, Laumanns and Zitzler, "Scalable Multi-Objective Optimization Test Problems" (2002), section 5.2. The
/// first objectives - 1 variables are angles, the others the distance from the front. Defined in a box only; a
/// coordinate outside counts as the nearest one inside.
/// </remarks>
internal sealed class Dtlz2Function(FunctionInfo info, int dimension)
    : FunctionInstance(info, dimension, instance: 1)
{
    public override FunctionOptimum? Optimum => null;

    public override ParetoFront Front { get; } = new Dtlz2Front(dimension, info.Objectives);

    private protected override void Compute(ReadOnlySpan<double> x, Span<double> objectives)
    {
        int angles = objectives.Length - 1;
        double radius = 1.0;
        foreach (double value in x[angles..])
        {
            double away = Math.Clamp(value, 0.0, 1.0) - 0.5;
            radius += away * away;
        }

        for (int i = 0; i < angles; i++)
        {
            (double sine, double cosine) = StrictMath.SinCos(Math.Clamp(x[i], 0.0, 1.0) * (Math.PI / 2.0));
            objectives[angles - i] = radius * sine;
            radius *= cosine;
        }

        objectives[0] = radius;
    }
}
