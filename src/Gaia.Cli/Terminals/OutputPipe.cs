using System.Runtime.InteropServices;

namespace Gaia.Cli.Terminals;

/// <summary>Tells whether the reader of standard output has gone, as <c>head</c> does when it has its lines.</summary>
/// <remarks>The runtime ignores writes to a closed pipe, so a command that repeats itself has to ask.</remarks>
internal static class OutputPipe
{
    private const int StandardOutput = 1;
    private const short Error = 0x0008;
    private const short HangUp = 0x0010;

    public static bool IsClosed
    {
        get
        {
            if (OperatingSystem.IsWindows()) return false;
            PollEntry entry = new() { Descriptor = StandardOutput };
            return Poll(ref entry, 1, 0) > 0 && (entry.Found & (Error | HangUp)) != 0;
        }
    }

    [DllImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref PollEntry entries, nuint count, int timeoutMs);

    /// <summary><c>struct pollfd</c> of POSIX.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
