using Gaia.Core.Numerics;

namespace Gaia.Worlds.Samples.Formulas;

/// <summary>Real powers of numbers that are not negative.</summary>
internal static class RealPower
{
    /// <summary>x^y as e^(y ln x); 0^y is 0 for positive y, and 0^0 is 1.</summary>
    public static double Of(double x, double y)
    {
        if (x > 0.0)
            return StrictMath.Exp(y * StrictMath.Log(x));
        return y > 0.0 ? 0.0 : 1.0;
    }
}
