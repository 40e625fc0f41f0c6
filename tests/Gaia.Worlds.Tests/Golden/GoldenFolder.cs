namespace Gaia.Worlds.Tests.Golden;

/// <summary>Where the recorded episodes are: tests/golden, or the folder named by GAIA_GOLDEN.</summary>
internal static class GoldenFolder
{
    /// <summary>The folder that GAIA_GOLDEN names; null where tests/golden is in use.</summary>
    private static readonly string? Other =
        Environment.GetEnvironmentVariable("GAIA_GOLDEN") is { Length: > 0 } folder ? folder : null;

    public static string Root { get; } = Other ?? Path.Combine(AppContext.BaseDirectory, "golden");

    /// <summary>Whether another folder than tests/golden is in use; it need not hold the same recordings.</summary>
    public static bool IsOther => Other is not null;

    /// <summary>Folders that hold episodes; each is named like a world.</summary>
    public static IReadOnlyList<string> Worlds { get; } =
    [
        .. Directory.GetDirectories(Root)
            .Where(folder => Episodes(folder).Count > 0)
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Episodes of one world; files that follow NumPy 1 scalar rules are for reference only.</summary>
    public static IReadOnlyList<string> Episodes(string world) =>
    [
        .. Directory.GetFiles(Path.Combine(Root, world), "*.json.gz")
            .Where(file => !file.EndsWith("_legacy.json.gz", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Which of the worlds another folder does not hold; null where it holds all. Those of tests/golden must
    /// be there.</summary>
    public static string? WhyMissing(params string[] worlds)
    {
        if (!IsOther)
            return null;
        string[] missing = [.. worlds.Except(Worlds)];
        return missing.Length == 0 ? null : "No recorded episodes of " + string.Join(", ", missing);
    }

    public static string File(string relative) => Path.Combine(Root, relative);
}
