using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gaia.Node.Api.Contracts;

namespace Gaia.Node.Hosting;

/// <summary>The directory of one node, held by one process at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    internal const string TokenFile = "api.token";
    // The store has a lock file of its own, which it takes later.
    private const string LockFile = "node.lock";
    private const int TokenBytes = 32;
    private const int MaximumTokenFileBytes = 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // EAGAIN of Linux and of macOS, sharing and lock violation of Windows.
    private static readonly int[] HeldByAnother =
        [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream hold)
    {
        Path = path;
        _lock = hold;
    }

    public string Path { get; }

    private string EndpointPath => System.IO.Path.Combine(Path, EndpointFile.FileName);

    /// <summary>The XDG data directory of this program.</summary>
    public static string DefaultPath(Func<string, string?> environment)
    {
        var home = environment("XDG_DATA_HOME");
        var root = string.IsNullOrWhiteSpace(home)
            ? System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share")
            : home;
        return System.IO.Path.Combine(root, "gaianode");
    }

    /// <summary>Makes the directory where it is missing, and holds it.</summary>
    public static (DataDirectory? Directory, StartFailure? Failure) Open(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
            return (new DataDirectory(path, Hold(System.IO.Path.Combine(path, LockFile))), null);
        }
        catch (IOException exception) when (HeldByAnother.Contains(exception.HResult))
        {
            return (null, new StartFailure(StartFault.DataInUse,
                $"another node{Holder(path)} runs on the data directory {path}; "
                + "stop it, or choose another one with --data"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, new StartFailure(StartFault.DataDirectory,
                $"the data directory {path} cannot be written to ({exception.Message.TrimEnd('.')}); "
                + "give this user the right to, or choose another one with --data"));
        }
    }

    /// <summary>The token that changes need: the one in the directory, or a new one.</summary>
    public (string? Token, StartFailure? Failure) Token()
    {
        var path = System.IO.Path.Combine(Path, TokenFile);
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length <= MaximumTokenFileBytes)
            {
                var held = File.ReadAllText(path).Trim();
                if (held.Length >= 2 * TokenBytes)
                    return (held, null);
            }

            var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
            WriteWhole(path, Encoding.ASCII.GetBytes(token + "\n"));
            return (token, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, new StartFailure(StartFault.DataDirectory,
                $"the API token {path} cannot be used ({exception.Message.TrimEnd('.')}); "
                + "give this user the right to, or delete it to get a new one"));
        }
    }

    /// <summary>Tells other programs of this user where the node is.</summary>
    public void WriteEndpoint(EndpointFile endpoint) =>
        WriteWhole(EndpointPath, JsonSerializer.SerializeToUtf8Bytes(endpoint, ApiJson.Default.EndpointFile));

    /// <summary>The node is not there any more.</summary>
    public void DeleteEndpoint()
    {
        try
        {
            File.Delete(EndpointPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A left-over names a process that has ended; the next start replaces it.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    // The operating system lets go of it when the process ends, however it ends.
    private static FileStream Hold(string lockPath)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(lockPath, options);
    }

    private static string Holder(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(System.IO.Path.Combine(path, EndpointFile.FileName));
            return JsonSerializer.Deserialize(bytes, ApiJson.Default.EndpointFile) is { } endpoint
                ? string.Create(CultureInfo.InvariantCulture, $" (process {endpoint.Pid})")
                : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return "";
        }
    }

    // Readers see the old file or the whole new one.
    internal static void WriteWhole(string path, byte[] bytes)
    {
        var temporary = path + ".new";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
