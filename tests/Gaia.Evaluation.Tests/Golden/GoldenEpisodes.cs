namespace Gaia.Evaluation.Tests.Golden;

/// <summary>The recorded episodes: copied beside the tests, or in the folder that <c>GAIA_GOLDEN</c> names.</summary>
internal static class GoldenEpisodes
{
    private const string Suffix = ".json.gz";

    private static readonly string Root = Path.GetDirectoryName(GoldenFolder.Policies)!;

    /// <summary>Worlds with recorded episodes.</summary>
    public static IReadOnlyList<string> Worlds { get; } =
    [
        .. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder))
            .Where(world => Of(world).Count > 0).Order(StringComparer.Ordinal),
    ];

    /// <summary>Files of a world's episodes; those of NumPy 1's scalar rules are for reference only.</summary>
    public static IReadOnlyList<string> Of(string world) =>
        Directory.Exists(Path.Combine(Root, world))
            ? [
                .. Directory.GetFiles(Path.Combine(Root, world), "*" + Suffix)
                    .Where(file => !file.EndsWith("_legacy" + Suffix, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Folder and file without its suffix, as reports name an episode.</summary>
    public static string NameOf(string path) =>
        Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileName(path)[..^Suffix.Length];

    public static string PathOf(string name) => Path.Combine(Root, name + Suffix);
}
