using System.Net;
using System.Net.Http.Headers;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Hosting;
using Gaia.Overlay.Peers;
using Gaia.Transport;
using Gaia.Transport.Limits;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Node.Tests.Rigs;

/// <summary>A real node on loopback, with a client of its API.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private TestNode(GaiaNode node)
    {
        Node = node;
        Http = new HttpClient { BaseAddress = node.Api };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", node.Token);
    }

    public GaiaNode Node { get; }

    /// <summary>Sends the node's token.</summary>
    public HttpClient Http { get; }

    public NodeStatus Status => Node.Status;

    public TaskStatusView? Task => Status.Tasks.Count == 0 ? null : Status.Tasks[0];

    public static NodeOptions Options(string data, params PeerAddress[] bootstrap) => new()
    {
        Data = data,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Api = new IPEndPoint(IPAddress.Loopback, 0),
        Bootstrap = [.. bootstrap],
        Network = "gaia-test",
        Threads = 1,
        Limits = new NodeLimits
        {
            PublishPeriod = TimeSpan.FromMilliseconds(1),
            InventoryPeriod = TimeSpan.FromSeconds(1),
            CheckpointPeriod = TimeSpan.FromSeconds(1),
        },
        // As much faster than the default as the period above.
        Transport = new PeerNetworkOptions { Rates = new PeerRates { Inventories = new CallRate(3, 10) } },
    };

    public static async Task<TestNode> StartAsync(NodeOptions options, MemoryStores? stores = null)
    {
        var result = await TryStartAsync(options, stores);
        Assert.True(result.Succeeded, result.Failure?.Message);
        return new TestNode(result.Node);
    }

    public static Task<StartResult> TryStartAsync(NodeOptions options, MemoryStores? stores = null) =>
        GaiaNode.StartAsync(
            options,
            (stores ?? new MemoryStores()).OpenAsync,
            TimeProvider.System,
            NullLoggerFactory.Instance,
            CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Node.DisposeAsync();
    }
}
