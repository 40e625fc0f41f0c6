namespace Gaia.Grpc.Tests.Interop;

/// <summary>The folder of the scripts, in the source tree: Node finds its modules from there.</summary>
internal static class InteropFolder
{
    private const string FromRoot = "tests/Gaia.Grpc.Tests/Interop";

    /// <summary>Null when the tests run away from their source.</summary>
    public static string? Path { get; } = Find();

    /// <summary>A program on the search path, or null.</summary>
    public static string? FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = System.IO.Path.Combine(folder.FullName, FromRoot);
            if (File.Exists(System.IO.Path.Combine(candidate, "package.json")))
                return candidate;
        }

        return null;
    }
}
