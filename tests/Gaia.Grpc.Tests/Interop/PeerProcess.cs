using System.Diagnostics;
using System.Text.Json;

namespace Gaia.Grpc.Tests.Interop;

/// <summary>A foreign client or server in its own process; it ends with its test.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    public const string Python = "/usr/bin/python3";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly Task<string> _errors;

    private PeerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static string Node => InteropFolder.FindProgram("node")!;

    public static bool ExitsWithZero(string program, params string[] arguments)
    {
        using Process process = Launch(program, arguments);
        bool ended = process.WaitForExit((int)Patience.TotalMilliseconds);
        if (!ended)
            process.Kill(entireProcessTree: true);
        return ended && process.ExitCode == 0;
    }

    public static PeerProcess Start(string program, string script, params string[] arguments) =>
        new(Launch(program, [Path.Combine(InteropFolder.Path!, script), .. arguments]));

    /// <summary>Runs a script that writes one JSON object.</summary>
    public static async Task<JsonElement> RunAsync(string program, string script, params string[] arguments)
    {
        await using PeerProcess peer = Start(program, script, arguments);
        string line = await peer.ReadLineAsync();
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    /// <summary>The next line that the process writes.</summary>
    public async Task<string> ReadLineAsync()
    {
        string? line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return line ?? throw new InvalidOperationException("The peer ended early: " + await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Launch(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The scripts run from the source tree, where nothing may be left behind.
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
    }
}
