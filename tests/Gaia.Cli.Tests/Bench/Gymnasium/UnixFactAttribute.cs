namespace Gaia.Cli.Tests.Bench.Gymnasium;

/// <summary>A test whose stand-in for Python is a shell script.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "The stand-in for Python is a shell script.";
    }
}
