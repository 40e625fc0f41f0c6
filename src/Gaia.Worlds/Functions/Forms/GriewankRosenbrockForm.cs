using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>Griewank's waves over the terms of the Rosenbrock function; least at ones.</summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f19 (F8F2).</remarks>
internal sealed class GriewankRosenbrockForm : ClosedForm
{
    private const double Scale = 10.0;

    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        for (int i = 0; i < z.Length - 1; i++)
        {
            double valley = (z[i] * z[i]) - z[i + 1];
            double left = 1.0 - z[i];
            double term = (100.0 * valley * valley) + (left * left);
            sum += (term / 4000.0) - StrictMath.Cos(term);
        }

        return Scale + (Scale * sum / (z.Length - 1.0));
    }
}
