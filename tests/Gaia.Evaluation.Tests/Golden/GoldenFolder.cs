namespace Gaia.Evaluation.Tests.Golden;

/// <summary>Recorded data: copied beside the tests, or the folder that <c>GAIA_GOLDEN</c> names.</summary>
internal static class GoldenFolder
{
    public static string Policies { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("GAIA_GOLDEN") is { Length: > 0 } folder
            ? folder
            : Path.Combine(AppContext.BaseDirectory, "golden"),
        "policies");
}
