using System.Text;
using Gaia.Core.Identity;

namespace Gaia.Transport.Identity;

/// <summary>The identity key on disk: <c>identity.key</c>, PKCS#8 in PEM, for its owner alone.</summary>
/// <remarks>
/// A new file is written beside its place, flushed to the disk and linked into place, so that a crash leaves a whole
/// key or none, and an existing key is never overwritten. On Windows the directory's access list guards the file.
/// </remarks>
public static class IdentityFile
{
    /// <summary>Name of the file in the data directory.</summary>
    public const string FileName = "identity.key";

    // A PKCS#8 key of P-256 has about 240 characters.
    private const int MaximumFileBytes = 16 * 1024;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Strangers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Loads the key of a data directory, or makes one where there is none.</summary>
    /// <param name="directory">The data directory, which exists.</param>
    public static IdentityResult LoadOrCreate(string directory)
    {
        var path = Path.Combine(directory, FileName);
        var loaded = Load(path);
        if (loaded.Fault != IdentityFault.Missing)
            return loaded;
        var created = Save(path, NodeIdentity.Create());
        // Another process may have been faster: its key is the one.
        return created.Fault == IdentityFault.Exists ? Load(path) : created;
    }

    /// <summary>Loads the key of a data directory that holds a node's data already; makes none.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="owner">Whose data it is.</param>
    public static IdentityResult LoadOf(string directory, NodeId owner)
    {
        var path = Path.Combine(directory, FileName);
        var loaded = Load(path);
        return loaded.Fault != IdentityFault.Missing ? loaded : new IdentityResult(IdentityFault.Missing,
            $"The data in {directory} is that of node {owner.Short}, but its key {path} is missing; "
            + "put the key back, or choose another data directory with --data.");
    }

    /// <summary>Loads a key.</summary>
    public static IdentityResult Load(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return new IdentityResult(IdentityFault.Missing, $"There is no identity at {path}.");
            if (!OperatingSystem.IsWindows() && (file.UnixFileMode & Strangers) != UnixFileMode.None)
            {
                return new IdentityResult(IdentityFault.Permissions,
                    $"Others may read the secret key {path}; run: chmod 600 {path}");
            }

            if (file.Length > MaximumFileBytes)
                return Malformed(path);
            return NodeIdentity.FromPem(File.ReadAllText(path)) is { } identity
                ? new IdentityResult(identity, isNew: false)
                : Malformed(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unusable(path, exception);
        }
    }

    /// <summary>Writes a key to a place where no file is.</summary>
    public static IdentityResult Save(string path, NodeIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var temporary = $"{path}.{Environment.ProcessId}.{identity.Node.Short}.new";
        try
        {
            if (File.Exists(path))
                return new IdentityResult(IdentityFault.Exists, $"{path} exists and is not overwritten.");
            WriteDurably(temporary, Encoding.ASCII.GetBytes(identity.ExportPem() + "\n"));
            PutInPlace(temporary, path);
            return new IdentityResult(identity, isNew: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return File.Exists(path)
                ? new IdentityResult(IdentityFault.Exists, $"{path} exists and is not overwritten.")
                : Unusable(path, exception);
        }
        finally
        {
            TryDelete(temporary);
        }
    }

    private static void WriteDurably(string path, byte[] bytes)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(path, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Gives a finished file its name.</summary>
    /// <exception cref="IOException">A file is there already.</exception>
    private static void PutInPlace(string temporary, string path)
    {
        // Of several processes that make a key at once, one wins, and the others read its key.
        if (OperatingSystem.IsWindows() || !PosixFile.TryLink(temporary, path))
            File.Move(temporary, path, overwrite: false);
        if (!OperatingSystem.IsWindows())
            PosixFile.FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The key itself is in place or reported; a left-over with mode 0600 harms nobody.
        }
    }

    private static IdentityResult Malformed(string path) => new(IdentityFault.Malformed,
        $"{path} holds no PKCS#8 key of P-256 in PEM; restore a backup, or move it away to get a new identity.");

    private static IdentityResult Unusable(string path, Exception exception) =>
        new(IdentityFault.Unusable, $"The identity {path} cannot be used: {exception.Message}");
}
