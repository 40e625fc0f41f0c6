using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>10 (n - sum of cos(2 pi z_i)) + sum of z_i^2.</summary>
internal sealed class RastriginForm : ClosedForm
{
    public override double Value(ReadOnlySpan<double> z)
    {
        double cosines = 0.0;
        double squares = 0.0;
        foreach (double value in z)
        {
            cosines += StrictMath.Cos(2.0 * Math.PI * value);
            squares += value * value;
        }

        // A cosine of infinity would make NaN of what is merely too large.
        return double.IsInfinity(squares) ? squares : (10.0 * (z.Length - cosines)) + squares;
    }
}
