namespace Gaia.Storage.Opening;

/// <summary>Keeps a second node off a data directory, for as long as the process lives.</summary>
/// <remarks>
/// An open file with an exclusive lock of the operating system: it goes with the process however it ends, so that a
/// killed node leaves nothing to clean up. The file itself stays; removing it would let two nodes hold two of one name.
/// </remarks>
internal sealed class InstanceLock : IDisposable
{
    public const string FileName = "lock";

    // EAGAIN of Linux and of macOS, sharing and lock violation of Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a directory, which is made where it is missing.</summary>
    /// <returns>The lock, or the reason there is none.</returns>
    public static (InstanceLock? Lock, StoreFailure? Failure) Take(string directory)
    {
        try
        {
            MakeDirectory(directory);
            return (new InstanceLock(new FileStream(Path.Combine(directory, FileName), Exclusive())), null);
        }
        catch (IOException error) when (HeldByAnother.Contains(error.HResult))
        {
            return (null, StoreFailures.InUse(directory));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, StoreFailures.Unwritable(directory, error.Message));
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStreamOptions Exclusive()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    // The identity key lives here: nobody else has business in it.
    private static void MakeDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, OwnerOnly);
    }
}
