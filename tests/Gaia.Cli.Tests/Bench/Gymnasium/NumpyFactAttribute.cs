namespace Gaia.Cli.Tests.Bench.Gymnasium;

/// <summary>A test that runs the script itself, beside a module that stands in for Gymnasium.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NumpyFactAttribute : FactAttribute
{
    public NumpyFactAttribute()
    {
        if (RealPython.WithNumpy is null)
            Skip = "No python3 with NumPy on PATH (Debian: python3-numpy): the script is not tested.";
    }
}
