using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Tasks;
using Gaia.Node.Exchange;
using Gaia.Node.Hosting;
using Gaia.Node.Tasks;
using Gaia.Node.Tests.Rigs;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Tasks;
using Gaia.Transport.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Node.Tests.Exchange;

public sealed class EliteShelfTests
{
    private readonly StoreHealth _health = new(NullLogger.Instance);
    private readonly ExchangeBoard _board = new();

    [Fact]
    public async Task FindAsync_ReadThatSucceeds_LeavesAFailedWriteStanding()
    {
        var task = Join();
        var shelf = new EliteShelf(_board, new MemoryStores(), _health);
        await _health.TryAsync("writing", () => Task.FromException(new IOException("disk full")));

        Assert.Null(await shelf.FindAsync(task, new EliteId(Hash256.Sha256("elite"u8)), CancellationToken.None));
        Assert.Equal("writing: disk full", _health.WriteError);

        await _health.TryAsync("writing", () => Task.CompletedTask);
        Assert.Null(_health.WriteError);
    }

    [Fact]
    public async Task TryReadAsync_Fails_IsKnownUntilAReadSucceeds()
    {
        Assert.False(await _health.TryReadAsync("reading", () => Task.FromException(new IOException("bad sector"))));
        await _health.TryAsync("writing", () => Task.CompletedTask);
        await _health.TryReadAsync("reading", () => Task.FromException(new OperationCanceledException()));
        Assert.Equal("reading: bad sector", _health.ReadError);
        Assert.Null(_health.WriteError);

        Assert.True(await _health.TryReadAsync("reading", () => Task.CompletedTask));
        Assert.Null(_health.ReadError);
    }

    private TaskId Join()
    {
        using var identity = NodeIdentity.Create();
        var signer = new EnvelopeSigner(NetworkId.FromName("gaia-test"), identity);
        Assert.True(BuiltInTasks.TryFind("cartpole", out var task));
        var signed = TaskCodec.Sign(task.PublishedBy(identity.Node, TimeProvider.System.GetUtcNow()), signer);
        _board.Current = new ExchangeState
        {
            Tasks =
            [
                new TaskSnapshot
                {
                    Task = signed.Value!,
                    Elites = [],
                    Rescores = ImmutableDictionary<EliteId, long>.Empty,
                    Meter = new EpisodeMeter(0, 0),
                },
            ],
        };
        return signed.Value!.Id;
    }
}
