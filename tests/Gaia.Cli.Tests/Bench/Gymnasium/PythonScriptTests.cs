using Gaia.Cli.Bench.Gymnasium;

namespace Gaia.Cli.Tests.Bench.Gymnasium;

public sealed class PythonScriptTests
{
    private static readonly TimeSpan Plenty = TimeSpan.FromSeconds(30);

    [UnixFact]
    public async Task Run_Program_GetsTheRequestAndGivesItsOutput()
    {
        using FakePython python = new("""printf 'got %s by %s' "$request" "$1" """);
        var (reply, failure) = await RunAsync(python, Plenty);
        Assert.Null(failure);
        Assert.Equal("got {\"a\":1} by -c", reply);
    }

    [UnixFact]
    public async Task Run_ProgramThatFails_ShowsTheEndOfItsErrorSide()
    {
        using FakePython python = new("""
            i=0; while [ $i -lt 3000 ]; do echo "noise" >&2; i=$((i+1)); done
            echo "Traceback" >&2; echo "ValueError: broken" >&2; exit 7
            """);
        var (reply, failure) = await RunAsync(python, Plenty);
        Assert.Null(reply);
        Assert.Equal(GymnasiumFault.Exited, failure!.Fault);
        Assert.Contains("exit code 7", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Traceback ValueError: broken", failure.Message, StringComparison.Ordinal);
        Assert.InRange(failure.Message.Length, 1, 2500);
    }

    [UnixFact]
    public async Task Run_ProgramThatFailsWithoutAWord_EndsWithItsExitCode()
    {
        using FakePython python = new("exit 3");
        var (_, failure) = await RunAsync(python, Plenty);
        Assert.EndsWith("ended with exit code 3", failure!.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Run_ProgramThatTakesTooLong_IsEndedWithItsChildren()
    {
        using FakePython python = new("""echo $$ > "${0%/*}/pid"; sleep 600""");
        var (_, failure) = await RunAsync(python, TimeSpan.FromSeconds(1));
        Assert.Equal(GymnasiumFault.TimedOut, failure!.Fault);
        AssertEnded(python);
    }

    [UnixFact]
    public async Task Run_Cancelled_EndsTheProgram()
    {
        using FakePython python = new("""echo $$ > "${0%/*}/pid"; echo ready > "${0%/*}/ready"; exec sleep 600""");
        using FileSystemWatcher watcher = new(python.Folder, "ready") { EnableRaisingEvents = true };
        using CancellationTokenSource stop = new();
        watcher.Created += (_, _) => stop.Cancel();
        if (File.Exists(Path.Combine(python.Folder, "ready"))) await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new PythonScript(python.File, TimeProvider.System).RunAsync("{}", Plenty, stop.Token));
        AssertEnded(python);
    }

    [UnixFact]
    public async Task Run_ProgramThatNeverStopsPrinting_IsReadOnlySoFar()
    {
        using FakePython python = new("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done");
        var (_, failure) = await RunAsync(python, Plenty);
        Assert.Equal(GymnasiumFault.Malformed, failure!.Fault);
    }

    [UnixFact]
    public async Task Run_ProgramThatReadsNothing_StillGivesItsOutput()
    {
        using FakePython python = new("echo ok");
        python.Write("#!/bin/sh\nexec <&-\necho ok\n");
        string large = new('x', 1_000_000);
        var (reply, failure) = await new PythonScript(python.File, TimeProvider.System)
            .RunAsync(large, Plenty, CancellationToken.None);
        Assert.Null(failure);
        Assert.Equal("ok\n", reply);
    }

    [Fact]
    public async Task Run_NoSuchProgram_IsAFailureNotAnException()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "no-such-python");
        var (_, failure) = await new PythonScript(file, TimeProvider.System)
            .RunAsync("{}", Plenty, CancellationToken.None);
        Assert.Equal(GymnasiumFault.NotStarted, failure!.Fault);
        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
    }

    private static Task<(string? Reply, GymnasiumFailure? Failure)> RunAsync(FakePython python, TimeSpan limit) =>
        new PythonScript(python.File, TimeProvider.System).RunAsync("""{"a":1}""", limit, CancellationToken.None);

    private static void AssertEnded(FakePython python)
    {
        int id = int.Parse(File.ReadAllText(Path.Combine(python.Folder, "pid")).Trim());
        Assert.False(File.Exists($"/proc/{id}/exe"), "The process still runs.");
    }
}
