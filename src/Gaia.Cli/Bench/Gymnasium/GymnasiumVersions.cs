namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>What was compared with.</summary>
/// <param name="Python">Version of the interpreter.</param>
/// <param name="Gymnasium">Version of Gymnasium.</param>
/// <param name="Numpy">Version of NumPy, whose scalars the environments compute with.</param>
internal sealed record GymnasiumVersions(string Python, string Gymnasium, string Numpy)
{
    public override string ToString() => $"Gymnasium {Gymnasium}, Python {Python}, NumPy {Numpy}";
}
