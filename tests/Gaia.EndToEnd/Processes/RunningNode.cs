using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gaia.Node.Api.Contracts;

namespace Gaia.EndToEnd.Processes;

/// <summary>One `gaianode run` of the real executable. Whatever happens, its process ends with it.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    /// <summary>How long a test waits for a state of a node before it has failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private const int RememberedLines = 60;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Process _process;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private RunningNode(Process process)
    {
        _process = process;
        // A pipe that nobody reads fills up and stops whoever writes.
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginErrorReadLine();
    }

    public ReadyLine Ready { get; private set; } = null!;

    public string Id => Ready.NodeId;

    public string Data => Ready.Data;

    public string Log => string.Join('\n', _log);

    /// <summary>Starts a node on free ports of loopback and waits until it is ready.</summary>
    public static async Task<RunningNode> StartAsync(string data, params string[] more)
    {
        string[] arguments =
        [
            "run", "--json", "--data", data, "--listen", "127.0.0.1:0", "--api", "127.0.0.1:0", "--threads", "1",
            "--stop-at-end-of-input", .. more,
        ];
        RunningNode node = new(Process.Start(Executables.Gaianode(arguments))!);
        try
        {
            string? line = await node._process.StandardOutput.ReadLineAsync()
                .WaitAsync(Patience, TimeProvider.System);
            Assert.True(line is not null, $"The node ended before it was ready: {node.Log}");
            node.Ready = JsonSerializer.Deserialize(line, ApiJson.Default.ReadyLine)!;
            Assert.Equal("gaia.ready/1", node.Ready.Schema);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the API; null where it answers with an error, or not at all.</summary>
    public async Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            using HttpResponseMessage response = await _http.GetAsync(new Uri(Ready.Api + path));
            if (!response.IsSuccessStatusCode) return null;
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(), type);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public Task<NodeStatus?> StatusAsync() => GetAsync("/v1/status", ApiJson.Default.NodeStatus);

    public Task<TaskView?> TaskAsync(string name) => GetAsync("/v1/tasks/" + name, ApiJson.Default.TaskView);

    public Task<EliteView?> EliteAsync(string id) => GetAsync("/v1/elites/" + id, ApiJson.Default.EliteView);

    /// <summary>Publishes a task, as JSON that the API takes.</summary>
    public async Task PublishAsync(string body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Ready.Api + "/v1/tasks");
        string token = (await File.ReadAllTextAsync(Path.Combine(Data, "api.token"))).Trim();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task AwaitPeersAsync(int active) => Until.TrueAsync(
        async () => (await StatusAsync())?.Peers.Active >= active, Patience, $"{active} peers", () => Log);

    /// <summary>Ends the node as `kill -9` does: it gets no chance to write anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
    }

    /// <summary>Asks the node to stop, as Ctrl-C does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        PosixSignals.SendInterrupt(_process);
        await _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private void Remember(string? line)
    {
        if (line is null) return;
        _log.Enqueue(line);
        while (_log.Count > RememberedLines) _log.TryDequeue(out _);
    }
}
