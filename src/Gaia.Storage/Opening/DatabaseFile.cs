namespace Gaia.Storage.Opening;

/// <summary>Makes the database's file before SQLite does, which would let everybody read it.</summary>
/// <remarks>SQLite gives the log and the shared memory the mode of the database beside which they lie.</remarks>
internal static class DatabaseFile
{
    /// <summary>Makes an empty file for the owner alone; one that is there is left as it is.</summary>
    /// <returns>Null, or why there is none.</returns>
    public static StoreFailure? Make(string file)
    {
        if (File.Exists(file))
            return null;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            new FileStream(file, options).Dispose();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return StoreFailures.Unwritable(Path.GetDirectoryName(file) ?? file, error.Message);
        }
    }
}
