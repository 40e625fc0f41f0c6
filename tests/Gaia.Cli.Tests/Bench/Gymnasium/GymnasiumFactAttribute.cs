namespace Gaia.Cli.Tests.Bench.Gymnasium;

/// <summary>A test that measures the real Gymnasium.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GymnasiumFactAttribute : FactAttribute
{
    public GymnasiumFactAttribute()
    {
        if (RealPython.WithGymnasium is null)
            Skip = "No python3 with Gymnasium on PATH (pip install \"gymnasium[box2d]\"): it is not compared with.";
    }
}
