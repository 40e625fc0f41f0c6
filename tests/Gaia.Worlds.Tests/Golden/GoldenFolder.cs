namespace Gaia.Worlds.Tests.Golden;

/// <summary>Where the recorded episodes are: tests/golden, or the folder named by GAIA_GOLDEN.</summary>
internal static class GoldenFolder
{
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("GAIA_GOLDEN") is { Length: > 0 } folder
            ? folder
            : Path.Combine(AppContext.BaseDirectory, "golden");

    /// <summary>Folders that hold episodes; each is named like a world.</summary>
    public static IReadOnlyList<string> Worlds { get; } =
    [
        .. Directory.GetDirectories(Root)
            .Where(folder => Episodes(folder).Count > 0)
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    public static bool IsBuilt(string world) => WorldCatalog.TryFind(world, out _);

    /// <summary>Episodes of one world; files that follow NumPy 1 scalar rules are for reference only.</summary>
    public static IReadOnlyList<string> Episodes(string world) =>
    [
        .. Directory.GetFiles(Path.Combine(Root, world), "*.json.gz")
            .Where(file => !file.EndsWith("_legacy.json.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Which of the worlds the folder does not hold; null where it holds all.</summary>
    public static string? WhyMissing(params string[] worlds)
    {
        string[] missing = [.. worlds.Except(Worlds)];
        return missing.Length == 0 ? null : "No recorded episodes of " + string.Join(", ", missing);
    }

    public static string File(string relative) => Path.Combine(Root, relative);
}
