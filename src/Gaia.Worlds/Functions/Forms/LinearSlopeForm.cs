namespace Gaia.Worlds.Functions.Forms;

/// <summary>A slope down to the corner of the box that holds the optimum, and flat beyond it.</summary>
/// <param name="corner">Each 5 or -5.</param>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f5.</remarks>
internal sealed class LinearSlopeForm(double[] corner) : ClosedForm
{
    private const double Edge = 5.0;

    /// <summary>10^(i / (n - 1)): the square root of the condition 100, spread over the variables.</summary>
    private readonly double[] _slopes = StrictPower.Spread(10.0, corner.Length);

    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            double slope = corner[i] > 0.0 ? _slopes[i] : -_slopes[i];
            double reached = z[i] * corner[i] < Edge * Edge ? z[i] : corner[i];
            sum += (Edge * _slopes[i]) - (slope * reached);
        }

        return sum;
    }
}
