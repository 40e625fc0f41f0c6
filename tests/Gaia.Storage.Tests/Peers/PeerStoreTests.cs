using Gaia.Overlay.Peers;
using static Gaia.Storage.Tests.TemporaryStore;

namespace Gaia.Storage.Tests.Peers;

public sealed class PeerStoreTests : IDisposable
{
    private readonly TemporaryStore _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Peers_ComeBackInOrder_AndReplaceWhatWasThere()
    {
        var first = Enumerable.Range(0, 30).Select(Peer).ToArray();
        await using (var store = await _directory.OpenAsync())
        {
            Assert.Empty(await store.Peers.LoadPeersAsync(default));
            await store.Peers.SavePeersAsync([Peer(99)], default);
            await store.Peers.SavePeersAsync([.. first], default);
        }

        await using var again = await _directory.OpenAsync();
        Assert.Equal(first, (await again.Peers.LoadPeersAsync(default)).ToArray());
        await again.Peers.SavePeersAsync([], default);
        Assert.Empty(await again.Peers.LoadPeersAsync(default));
    }

    [Fact]
    public async Task SavePeersAsync_WithANodeTwice_ChangesNothing()
    {
        await using var store = await _directory.OpenAsync();
        await store.Peers.SavePeersAsync([Peer(1)], default);
        await Assert.ThrowsAnyAsync<Exception>(() => store.Peers.SavePeersAsync([Peer(2), Peer(2)], default));
        Assert.Equal(Peer(1), Assert.Single(await store.Peers.LoadPeersAsync(default)));
    }

    private static NodeRecord Peer(int number) => new()
    {
        Node = Node(number),
        Sequence = ulong.MaxValue - (ulong)number,
        Issued = Time,
        Expires = Time.AddHours(24).AddTicks(1),
        Addresses = number % 3 == 0
            ? []
            : [PeerAddress.Create(Node(number), "::1", 7435), PeerAddress.Create(Node(number), "a.example", 1)],
        Mode = number % 3 == 0 ? PeerMode.Client : PeerMode.Server,
        ProtocolMin = 1,
        ProtocolMax = ushort.MaxValue,
        Build = "gaianode 0.1",
        Capabilities = new NodeCapabilities
        {
            Cores = 8, Simd = "avx2", Gpu = "", MemoryBytes = 1L << 40, EvaluationsPerSecond = 0.1,
        },
        SignedBytes = new byte[] { 0, 255, (byte)number },
    };
}
