using System.Text;
using Gaia.Cli.Api;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Demo;

/// <summary>Three nodes on loopback: node 2 is told only node 1's address, node 3 only node 2's.</summary>
internal sealed class DemoSwarm : IAsyncDisposable
{
    private readonly List<NodeProcess> _nodes = [];
    private readonly string _root;
    private readonly bool _isTemporary;

    private DemoSwarm(string root, bool isTemporary)
    {
        _root = root;
        _isTemporary = isTemporary;
    }

    public IReadOnlyList<NodeProcess> Nodes => _nodes;

    public string DataRoot => _root;

    /// <summary>Starts the nodes one after the other, each with the address of the one before.</summary>
    /// <returns>The swarm, or one line that says what did not start; then nothing is left running.</returns>
    public static async Task<(DemoSwarm? Swarm, string? Error)> StartAsync(
        DemoSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        string root;
        try
        {
            root = settings.Data is null
                ? Directory.CreateTempSubdirectory("gaianode-demo-").FullName
                : Directory.CreateDirectory(settings.Data).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"cannot make a data directory: {error.Message}; choose another one with --data");
        }

        DemoSwarm swarm = new(root, settings.Data is null && !settings.Keep);
        try
        {
            string? bootstrap = null;
            for (int i = 1; i <= DemoSettings.Nodes; i++)
            {
                string data = Directory.CreateDirectory(Path.Combine(root, $"node{i}")).FullName;
                var (node, error) = await NodeProcess.StartAsync(data, bootstrap, settings, time, cancellationToken);
                if (node is null)
                {
                    await swarm.DisposeAsync();
                    return (null, $"node {i} did not start: {error}");
                }

                swarm._nodes.Add(node);
                bootstrap = node.Ready.Address;
            }

            return (swarm, null);
        }
        catch
        {
            // Whatever went wrong, no node outlives it.
            await swarm.DisposeAsync();
            throw;
        }
    }

    /// <summary>Node 1 publishes the built-in task.</summary>
    /// <returns>Null, or why it was refused.</returns>
    public async Task<ApiFailure?> PublishAsync(CancellationToken cancellationToken)
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"builtIn":"{{DemoSettings.Task}}"}""");
        var answer = await _nodes[0].Client.PostAsync(
            "/v1/tasks", body, ApiJson.Default.PublishedTask, cancellationToken);
        return answer.Failure;
    }

    /// <summary>What every node says of itself and of the task, asked at the same time.</summary>
    public async Task<IReadOnlyList<DemoNodeView>> ReadAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_nodes.Select(async node =>
        {
            var status = node.Client.GetAsync("/v1/status", ApiJson.Default.NodeStatus, cancellationToken);
            var task = node.Client.GetAsync(
                "/v1/tasks/" + DemoSettings.Task, ApiJson.Default.TaskView, cancellationToken);
            return new DemoNodeView(node.Ready.NodeId, (await status).Value, (await task).Value);
        }));

    /// <summary>Leaves the nodes running.</summary>
    public void Release()
    {
        foreach (NodeProcess node in _nodes) node.Release();
        _nodes.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_nodes.Select(node => node.DisposeAsync().AsTask()));
        _nodes.Clear();
        if (!_isTemporary) return;
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A temporary directory that stays behind is the system's to clean.
        }
    }
}
