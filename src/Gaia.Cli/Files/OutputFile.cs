namespace Gaia.Cli.Files;

/// <summary>Writes a result to a file that a user named.</summary>
internal static class OutputFile
{
    /// <summary>Looks whether the file can be written, before the work that makes its content.</summary>
    /// <remarks>An existing file keeps its content, a new one is removed again.</remarks>
    /// <returns>Null, or one line that says what is wrong and what is allowed.</returns>
    public static string? Refusal(string path)
    {
        if (string.IsNullOrWhiteSpace(path)) return "the name of the file to write is empty; allowed: a file";
        try
        {
            string full = Path.GetFullPath(path);
            if (Directory.Exists(full)) return $"'{path}' is a directory; allowed: a file";
            string? parent = Path.GetDirectoryName(full);
            if (!Directory.Exists(parent))
                return $"cannot write '{path}': there is no directory '{parent}'; allowed: a file in one that exists";
            bool isNew = !File.Exists(full);
            using (new FileStream(full, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
            {
                // Opening is the question; nothing is written yet.
            }

            if (isNew) File.Delete(full);
            return null;
        }
        catch (Exception error) when (IsRefusal(error))
        {
            return $"cannot write '{path}': {error.Message}";
        }
    }

    /// <summary>Writes the whole file.</summary>
    /// <returns>Null, or one line that says why it was not written.</returns>
    public static async Task<string?> WriteAsync(
        string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(path, content, cancellationToken);
            return null;
        }
        catch (Exception error) when (IsRefusal(error))
        {
            return $"cannot write '{path}': {error.Message}";
        }
    }

    private static bool IsRefusal(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
