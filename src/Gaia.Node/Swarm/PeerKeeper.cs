using System.Collections.Immutable;
using System.Threading.Channels;
using Gaia.Node.Hosting;
using Gaia.Overlay.Peers;
using Gaia.Overlay.Ports;

namespace Gaia.Node.Swarm;

/// <summary>Writes the overlay's peers to the store, one list at a time; of those that wait the last counts.</summary>
internal sealed class PeerKeeper(IPeerStore peers, StoreHealth health)
{
    private readonly Channel<ImmutableArray<NodeRecord>> _lists = Channel.CreateBounded<ImmutableArray<NodeRecord>>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Keep(ImmutableArray<NodeRecord> list) => _lists.Writer.TryWrite(list);

    /// <summary>Ends <see cref="RunAsync"/> after the list that waits.</summary>
    public void Close() => _lists.Writer.TryComplete();

    public async Task RunAsync()
    {
        await foreach (var list in _lists.Reader.ReadAllAsync())
            await health.TryAsync("writing peers", () => peers.SavePeersAsync(list, CancellationToken.None));
    }
}
