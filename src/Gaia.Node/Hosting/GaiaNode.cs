using Gaia.Core.Identity;
using Gaia.Node.Api;
using Gaia.Node.Api.Contracts;
using Gaia.Overlay.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Hosting;

/// <summary>One running node: identity, store, swarm, islands and API.</summary>
public sealed class GaiaNode : IAsyncDisposable
{
    private readonly NodeParts _parts;
    private Task? _stopping;

    internal GaiaNode(NodeParts parts) => _parts = parts;

    /// <summary>The node's id.</summary>
    public NodeId Id => _parts.Face.Node;

    /// <summary>What others pass to <c>--bootstrap</c>.</summary>
    public PeerAddress Address => _parts.Face.Address();

    /// <summary>Base address of the local API.</summary>
    public Uri Api => _parts.Face.Api();

    /// <summary>The data directory.</summary>
    public string Data => _parts.Face.Options.Data;

    /// <summary>The token that changes over the API need.</summary>
    public string Token => _parts.Face.Token;

    /// <summary>Ends when somebody asks the node to stop over its API, or when one of its loops breaks; faulted then.
    /// </summary>
    public Task StopRequested => _parts.StopRequested.Task;

    /// <summary>One consistent picture of the node.</summary>
    public NodeStatus Status => StatusComposer.Status(_parts.Face);

    /// <summary>The line that says that the node is ready.</summary>
    public ReadyLine Ready => new()
    {
        NodeId = Id.ToString(),
        Address = Address.ToString(),
        Api = StatusComposer.Text(Api),
        Data = Data,
        Pid = Environment.ProcessId,
    };

    /// <summary>Starts a node on its data directory.</summary>
    /// <param name="options">Checked options.</param>
    /// <param name="time">Every clock and timer of the node.</param>
    /// <param name="loggers">Where it logs.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <returns>The node, or one line that says why it does not start.</returns>
    public static Task<StartResult> StartAsync(
        NodeOptions options, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        StartAsync(options, SqliteStores.OpenAsync, time, loggers, cancellationToken);

    /// <summary>Checkpoints, says good-bye, writes what is to be written, and lets the data directory go.</summary>
    public Task StopAsync() => _stopping ??= _parts.DisposeAsync().AsTask();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    internal static async Task<StartResult> StartAsync(
        NodeOptions options,
        StoreOpener openStores,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(loggers);
        var parts = new NodeParts(options, time, loggers);
        try
        {
            if (await parts.StartAsync(openStores, cancellationToken) is { } failure)
            {
                await parts.DisposeAsync();
                return StartResult.Failed(failure);
            }
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }

        return StartResult.Running(new GaiaNode(parts));
    }
}
