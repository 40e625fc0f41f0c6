namespace Gaia.Worlds.Functions.Forms;

/// <summary>The formula of a function with its least value at 0, before shifts and rotations.</summary>
/// <remarks>One thread owns it: it may hold scratch. Sums run in the order of the reference.</remarks>
internal abstract class ClosedForm
{
    /// <param name="z">[dimension], no NaN.</param>
    public abstract double Value(ReadOnlySpan<double> z);
}
