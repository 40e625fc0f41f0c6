namespace Gaia.Optimizers.Tests.Functions;

/// <summary>The functions of the reference table, to be minimised; optimum 0.</summary>
public static class TestFunction
{
    public static double Sphere(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (var value in x)
            sum += value * value;
        return sum;
    }

    public static double Ellipsoid(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
            sum += Math.Pow(1e6, i / (x.Length - 1.0)) * x[i] * x[i];
        return sum;
    }

    public static double Rosenbrock(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (var i = 0; i < x.Length - 1; i++)
        {
            var valley = (x[i] * x[i]) - x[i + 1];
            sum += (100 * valley * valley) + ((1 - x[i]) * (1 - x[i]));
        }

        return sum;
    }

    public static double Cigar(ReadOnlySpan<double> x) => (x[0] * x[0]) + (1e6 * Sphere(x[1..]));

    public static double Discus(ReadOnlySpan<double> x) => (1e6 * x[0] * x[0]) + Sphere(x[1..]);

    /// <summary>Sum of |x_i|^(2 + 4 i / (n - 1)).</summary>
    public static double DifferentPowers(ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
            sum += Math.Pow(Math.Abs(x[i]), 2 + (4 * i / (x.Length - 1.0)));
        return sum;
    }
}
