using System.Reflection;

namespace Gaia.Cli.Bench;

/// <summary>The version that was measured, with the commit that it was built from where the build knew one.</summary>
internal static class BuildVersion
{
    private const int CommitCharacters = 9;

    public static string Text { get; } = Shorten(typeof(BuildVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");

    /// <summary><c>1.2.3+0123456789abcdef...</c> becomes <c>1.2.3+012345678</c>.</summary>
    internal static string Shorten(string version)
    {
        int plus = version.IndexOf('+', StringComparison.Ordinal);
        int end = plus + 1 + CommitCharacters;
        return plus < 0 || end >= version.Length ? version : version[..end];
    }
}
