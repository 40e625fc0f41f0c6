using System.Text.Json;
using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Golden;

/// <summary>Recorded data: copied beside the tests, or the folder that <c>GAIA_GOLDEN</c> names.</summary>
internal static class GoldenFolder
{
    private const string Suffix = ".returns.json";

    public static string Policies { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("GAIA_GOLDEN") is { Length: > 0 } folder
            ? folder
            : Path.Combine(AppContext.BaseDirectory, "golden"),
        "policies");

    /// <summary>Every recorded policy.</summary>
    public static IReadOnlyList<string> PolicyNames { get; } =
    [
        .. Directory.EnumerateFiles(Policies, "*" + Suffix)
            .Select(file => Path.GetFileName(file)[..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    public static string ReturnsOf(string name) => Path.Combine(Policies, name + Suffix);

    /// <summary>Whether the catalog has the policy's world.</summary>
    public static bool IsBuilt(string name)
    {
        using var returns = JsonDocument.Parse(File.ReadAllBytes(ReturnsOf(name)));
        return WorldCatalog.TryFind(returns.RootElement.GetProperty("env").GetString()!, out _);
    }
}
