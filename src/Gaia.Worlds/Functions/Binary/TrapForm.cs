using Gaia.Worlds.Functions.Forms;

namespace Gaia.Worlds.Functions.Binary;

/// <summary>Blocks of bits, each of which is best when all are set, and pulls towards none.</summary>
/// <param name="bits">Bits to a block; divides the dimension.</param>
internal sealed class TrapForm(int bits) : ClosedForm
{
    public override double Value(ReadOnlySpan<double> z)
    {
        int missing = 0;
        for (int at = 0; at < z.Length; at += bits)
        {
            int set = 0;
            foreach (double value in z.Slice(at, bits))
                set += value > 0.0 ? 1 : 0;
            missing += set == bits ? 0 : 1 + set;
        }

        return missing;
    }
}
