using System.Diagnostics;

namespace Gaia.EndToEnd.Processes;

/// <summary>The programs under test, as built next to these tests.</summary>
internal static class Executables
{
    /// <summary>Names another build of gaianode to test, such as a published one.</summary>
    private const string OtherBuild = "GAIA_EXECUTABLE";

    public static ProcessStartInfo Gaianode(IEnumerable<string> arguments)
    {
        string? other = Environment.GetEnvironmentVariable(OtherBuild);
        return Start(string.IsNullOrWhiteSpace(other) ? Beside("gaianode") : other, arguments);
    }

    public static ProcessStartInfo Liar(IEnumerable<string> arguments) => Start(Beside("gaialiar"), arguments);

    private static string Beside(string name) =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static ProcessStartInfo Start(string file, IEnumerable<string> arguments)
    {
        Assert.True(File.Exists(file), $"{file} has not been built.");
        ProcessStartInfo start = new(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A user's own settings are no part of the test.
        foreach (string name in start.Environment.Keys.Where(IsSetting).ToArray()) start.Environment.Remove(name);
        return start;
    }

    private static bool IsSetting(string name) => name.StartsWith("GAIA_", StringComparison.Ordinal);
}
