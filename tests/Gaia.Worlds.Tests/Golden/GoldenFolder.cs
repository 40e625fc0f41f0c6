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

    /// <summary>The same, or none where the folder holds other worlds only.</summary>
    public static IReadOnlyList<string> EpisodesIfAny(string world) => Worlds.Contains(world) ? Episodes(world) : [];

    public static string File(string relative) => Path.Combine(Root, relative);
}
