using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Gaia.Transport.Identity;

/// <summary>Two things that files of the runtime cannot do on POSIX: appear only where no file is, in one step, and
/// have their directory flushed.</summary>
/// <remarks>link(2), open(2), fsync(2), close(2). The runtime's own move looks first and renames then, and between the
/// two another process may have put its key there.</remarks>
internal static class PosixFile
{
    private const int ReadOnly = 0;

    /// <summary>Gives a file a second name; false where that name is taken, or the file system has no such links.
    /// </summary>
    public static bool TryLink(string path, string newPath) => Link(path, newPath) == 0;

    /// <summary>Makes the names in a directory durable, where the file system can.</summary>
    public static void FlushDirectory(string directory)
    {
        var handle = Open(directory, ReadOnly);
        if (handle < 0)
            return;
        _ = Synchronize(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Generated marshalling needs unsafe code.")]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path, [MarshalAs(UnmanagedType.LPUTF8Str)] string newPath);

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Generated marshalling needs unsafe code.")]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Generated marshalling needs unsafe code.")]
    private static extern int Synchronize(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Generated marshalling needs unsafe code.")]
    private static extern int Close(int handle);
}
