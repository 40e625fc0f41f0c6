using System.ComponentModel;
using System.Diagnostics;

namespace Gaia.Cli.Tests.Bench.Gymnasium;

/// <summary>Interpreters of this machine, looked for once.</summary>
internal static class RealPython
{
    public static string? WithNumpy { get; } = Find("import numpy");

    public static string? WithGymnasium { get; } = Find("import numpy, gymnasium");

    private static string? Find(string statement) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/bin")
            .Select(folder => Path.Combine(folder, "python3"))
            .Where(File.Exists)
            .FirstOrDefault(file => Runs(file, statement));

    private static bool Runs(string file, string statement)
    {
        try
        {
            using Process process = new()
            {
                StartInfo = new(file, ["-c", statement]) { RedirectStandardError = true, UseShellExecute = false },
            };
            process.Start();
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
