using Gaia.Worlds.Functions.Forms;

namespace Gaia.Worlds.Functions.Binary;

/// <summary>Number of bits that are not set.</summary>
internal sealed class OneMaxForm : ClosedForm
{
    public override double Value(ReadOnlySpan<double> z)
    {
        int missing = 0;
        foreach (double value in z)
            missing += value > 0.0 ? 0 : 1;
        return missing;
    }
}
