using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gaia.EndToEnd.Processes;

/// <summary>Signals to a process that a test has started.</summary>
internal static class PosixSignals
{
    private const int Interrupt = 2;

    /// <summary>What Ctrl-C sends.</summary>
    public static void SendInterrupt(Process process) => Assert.Equal(0, Kill(process.Id, Interrupt));

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
