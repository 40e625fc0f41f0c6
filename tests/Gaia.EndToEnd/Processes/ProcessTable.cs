namespace Gaia.EndToEnd.Processes;

/// <summary>Processes of this machine by what stands on their command lines.</summary>
internal static class ProcessTable
{
    /// <summary>Ids of the processes that name a path; this one is not among them.</summary>
    public static IReadOnlyList<int> Naming(string path)
    {
        List<int> found = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out int id) || id == Environment.ProcessId) continue;
            try
            {
                string line = File.ReadAllText(Path.Combine(folder, "cmdline"));
                if (line.Contains(path, StringComparison.Ordinal)) found.Add(id);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It has ended in between.
            }
        }

        return found;
    }
}
