namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>Looks for a Python with Gymnasium on PATH.</summary>
/// <param name="path">Value of PATH; null where it is not set.</param>
/// <param name="time">Bounds how long an interpreter may take to answer.</param>
internal sealed class GymnasiumFinder(string? path, TimeProvider time)
{
    /// <summary>Interpreters that are asked; a PATH rarely holds more than three.</summary>
    private const int MaximumInterpreters = 8;

    private static readonly string[] Names = ["python3", "python"];

    /// <summary>The first interpreter on PATH that has Gymnasium.</summary>
    /// <returns>It, or one line that says what was looked for and where.</returns>
    public async Task<(GymnasiumClient? Client, string? Missing)> FindAsync(CancellationToken cancellationToken)
    {
        string[] interpreters = [.. Interpreters().Distinct(StringComparer.Ordinal).Take(MaximumInterpreters)];
        List<string> reasons = [];
        foreach (string python in interpreters)
        {
            var (client, failure) = await GymnasiumClient.ConnectAsync(python, time, cancellationToken);
            if (client is not null) return (client, null);
            reasons.Add(failure!.Message);
        }

        string found = reasons.Count == 0 ? "there is neither on PATH" : string.Join("; ", reasons);
        return (null, $"looked for {string.Join(" or ", Names)} with the module gymnasium (pip install "
            + $"\"gymnasium[box2d]\"), and found none: {found}");
    }

    private IEnumerable<string> Interpreters() =>
        from name in Names
        from folder in (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        let file = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
        where Path.IsPathFullyQualified(file) && IsProgram(file)
        select file;

    private static bool IsProgram(string file) => File.Exists(file)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & AnyExecute) != UnixFileMode.None);

    private const UnixFileMode AnyExecute =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
}
