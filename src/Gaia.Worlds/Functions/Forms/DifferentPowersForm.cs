namespace Gaia.Worlds.Functions.Forms;

/// <summary>Sum of |z_i|^(2 + 4 i / (n - 1)), in BBOB its square root.</summary>
/// <param name="takesRoot">Whether the root is taken.</param>
internal sealed class DifferentPowersForm(bool takesRoot) : ClosedForm
{
    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        for (int i = 0; i < z.Length; i++)
            sum += StrictPower.Of(Math.Abs(z[i]), 2.0 + (4.0 * i / (z.Length - 1.0)));
        return takesRoot ? Math.Sqrt(sum) : sum;
    }
}
