using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gaia.Cli.Api;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Demo;

/// <summary>One `gaianode run` as a process of its own, with its own identity and data directory.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);
    private const int MaximumLastWords = 300;
    private readonly Process _process;
    private volatile string _lastWords = "see its log";
    private readonly TimeProvider _time;

    private NodeProcess(Process process, ReadyLine ready, TimeProvider time)
    {
        _process = process;
        // Pipes that nobody reads fill up, and then whoever writes to them stands still.
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
        _time = time;
        Ready = ready;
        Client = new ApiClient(new Uri(ready.Api), new EndpointLocator(_ => null).ReadToken(ready.Data));
    }

    public ReadyLine Ready { get; }

    public ApiClient Client { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>The last line that the node wrote to its error side.</summary>
    public string LastWords => _lastWords;

    /// <summary>Starts a node and waits until it is ready.</summary>
    /// <returns>The node, or one line that says why there is none.</returns>
    public static async Task<(NodeProcess? Node, string? Error)> StartAsync(
        string data, string? bootstrap, DemoSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        Process process = new() { StartInfo = StartInfo(data, bootstrap, settings) };
        process.Start();
        try
        {
            using CancellationTokenSource limit = new(StartTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            string? line = await process.StandardOutput.ReadLineAsync(either.Token);
            ReadyLine? ready = line is null ? null : JsonSerializer.Deserialize(line, ApiJson.Default.ReadyLine);
            if (ready is not null) return (new NodeProcess(process, ready, time), null);
            string reason = (await process.StandardError.ReadToEndAsync(either.Token)).Trim();
            await EndAsync(process);
            return (null, reason.Length > 0 ? reason : "it ended before it was ready");
        }
        catch (JsonException error)
        {
            await EndAsync(process);
            return (null, "it printed something else than its ready line: " + error.Message);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
            if (cancellationToken.IsCancellationRequested) throw;
            return (null, $"it was not ready within {StartTimeout.TotalSeconds:0} s; its log is in {data}");
        }
    }

    /// <summary>Asks the node to stop, and ends it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using CancellationTokenSource limit = new(StopTimeout, _time);
            if (!_process.HasExited)
            {
                await Client.PostAsync("/v1/stop", [], ApiJson.Default.IdentityView, limit.Token);
                await _process.WaitForExitAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It had its time; it is ended below.
        }
        finally
        {
            await EndAsync(_process);
            Client.Dispose();
        }
    }

    /// <summary>Lets go of the process without ending it (<c>--keep</c>).</summary>
    public void Release()
    {
        Client.Dispose();
        _process.Dispose();
    }

    private void Remember(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        _lastWords = line.Length <= MaximumLastWords ? line : line[..MaximumLastWords];
    }

    private static ProcessStartInfo StartInfo(string data, string? bootstrap, DemoSettings settings)
    {
        string self = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        ProcessStartInfo start = new(self)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the environment says is for the user's own node: these three have all they need as flags.
        foreach (string name in start.Environment.Keys.Where(IsNodeOption).ToArray()) start.Environment.Remove(name);
        // Under `dotnet gaianode.dll` the program is the host's first argument.
        if (Path.GetFileNameWithoutExtension(self) is "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "gaianode.dll"));
        }

        string threads = settings.Threads.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "run", "--json", "--data", data, "--listen", "127.0.0.1:0", "--api", "127.0.0.1:0",
            "--threads", threads, "--log", Path.Combine(data, "node.log"),
        ];
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        if (bootstrap is not null)
        {
            start.ArgumentList.Add("--bootstrap");
            start.ArgumentList.Add(bootstrap);
        }

        // A demo that is itself killed closes this pipe: no node outlives it unseen.
        if (!settings.Keep) start.ArgumentList.Add("--stop-at-end-of-input");
        return start;
    }

    private static bool IsNodeOption(string variable) => variable.StartsWith("GAIA_", StringComparison.Ordinal);

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
