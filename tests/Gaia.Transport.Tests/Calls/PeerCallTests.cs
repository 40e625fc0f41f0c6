using System.Net;
using System.Net.Sockets;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Rejections;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Gaia.Transport.Swarm;

namespace Gaia.Transport.Calls;

public sealed class PeerCallTests
{
    private static readonly TaskId Task1 = new(Hash256.Sha256([1]));

    [Fact]
    public async Task PingAsync_NodeThatListens_Answers()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var answer = await a.Peers.PingAsync(b.Record, CancellationToken.None);
        Assert.True(answer.Succeeded, answer.Failure?.Text);
        Assert.InRange(answer.Value.RoundTrip, TimeSpan.Zero, TestNode.Patience);
    }

    [Fact]
    public async Task Calls_AfterALink_UseItsConnection()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync(TestNode.Defaults with
        {
            Connections = TestNode.Defaults.Connections with { Maximum = 1 },
        });
        await a.LinkAsync(b);
        for (var i = 0; i < 5; i++)
            Assert.True((await a.Peers.PingAsync(b.Record, CancellationToken.None)).Succeeded);
        Assert.Equal(1, a.Peers.Pool.Count);
        Assert.Equal(0, b.Peers.Refusals.Total);
    }

    [Fact]
    public async Task PingAsync_NodeThatDialledUs_DialsItsAdvertisedAddress()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var (_, theirs) = await a.LinkAsync(b);
        Assert.True((await b.Peers.PingAsync(theirs.Peer, CancellationToken.None)).Succeeded);
        Assert.Equal(1, b.Peers.Pool.Count);
    }

    [Fact]
    public async Task FindNodeAsync_NodeWithRecords_ReturnsThemVerified()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        await using var c = await TestNode.StartAsync();
        b.Handler.Known = [a.Record, b.Record, c.Record];
        var answer = await a.Peers.FindNodeAsync(b.Record, c.Id, 2, CancellationToken.None);
        Assert.True(answer.Succeeded, answer.Failure?.Text);
        Assert.Equal([a.Record, b.Record], answer.Value);
    }

    [Fact]
    public async Task FindNodeAsync_RecordsThatAreForgedOrExpired_AreLeftOut()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var tampered = b.Record.SignedBytes.ToArray();
        tampered[20] ^= 4;
        b.Handler.Known = [b.Record with { SignedBytes = tampered }, b.Record];
        var answer = await a.Peers.FindNodeAsync(b.Record, a.Id, 20, CancellationToken.None);
        Assert.Equal([b.Record], answer.Value);
        Assert.Equal(1, a.Peers.Refusals[RefusalReason.BadContent]);
        var (who, _) = await a.Handler.Rejections.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal(b.Id, who);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64_000)]
    [InlineData(200_000)]
    public async Task PullEliteAsync_ServedElite_ArrivesBitForBit(int length)
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var elite = MakeElite(b, [.. Enumerable.Range(0, length).Select(i => (i - (length / 2)) * 1.7e-3f)]);
        b.Handler.Elites[elite.Id] = elite;
        var answer = await a.Peers.PullEliteAsync(b.Record, Task1, elite.Id, length, CancellationToken.None);

        Assert.True(answer.Succeeded, answer.Failure?.Text);
        Assert.Equal(elite.Genome, answer.Value.Genome);
        Assert.Equal(elite.Id, answer.Value.Id);
        Assert.Equal(elite.Task, answer.Value.Task);
        Assert.Equal(elite.ScoreMicros, answer.Value.ScoreMicros);
        Assert.Equal(elite.Parents.AsEnumerable(), answer.Value.Parents);
        Assert.Equal(elite.Origin, answer.Value.Origin);
        Assert.Equal(elite.Optimizer, answer.Value.Optimizer);
        Assert.Equal(elite.Generation, answer.Value.Generation);
        Assert.Equal(elite.Created, answer.Value.Created);
        Assert.Equal(elite.OperatorName, answer.Value.OperatorName);
        Assert.Equal(EliteSource.Received, answer.Value.Source);
    }

    [Fact]
    public async Task PullEliteAsync_UnknownElite_IsNotFound()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var id = new EliteId(Hash256.Sha256([3]));
        var answer = await a.Peers.PullEliteAsync(b.Record, Task1, id, 10, CancellationToken.None);
        Assert.Equal(PeerFailureReason.NotFound, answer.Failure?.Reason);
    }

    [Theory]
    [InlineData(float.NaN, 4)]
    [InlineData(float.PositiveInfinity, 4)]
    [InlineData(1f, 3)]
    [InlineData(1f, 5)]
    public async Task PullEliteAsync_GenomeThatIsNotAsAskedFor_IsABadAnswer(float last, int expected)
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var elite = MakeElite(b, [1, 2, 3, last]);
        b.Handler.Elites[elite.Id] = elite;
        var answer = await a.Peers.PullEliteAsync(b.Record, Task1, elite.Id, expected, CancellationToken.None);
        Assert.Equal(PeerFailureReason.BadAnswer, answer.Failure?.Reason);
        Assert.Equal(RejectionReason.BadGenome, answer.Failure?.Rejection?.Reason);
        var (who, _) = await a.Handler.Rejections.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal(b.Id, who);
    }

    [Fact]
    public async Task ListTasksAsync_NodeWithoutTasks_IsEmpty()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var answer = await a.Peers.ListTasksAsync(b.Record, 256, CancellationToken.None);
        Assert.True(answer.Succeeded, answer.Failure?.Text);
        Assert.Empty(answer.Value);
        var pulled = await a.Peers.PullTaskAsync(b.Record, Task1, CancellationToken.None);
        Assert.Equal(PeerFailureReason.NotFound, pulled.Failure?.Reason);
    }

    [Fact]
    public async Task PingAsync_BeyondTheRate_IsRateLimitedAndCounted()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync(TestNode.Defaults with
        {
            Rates = new PeerRates { Ping = new CallRate(0.001, 2) },
        });
        Assert.True((await a.Peers.PingAsync(b.Record, CancellationToken.None)).Succeeded);
        Assert.True((await a.Peers.PingAsync(b.Record, CancellationToken.None)).Succeeded);
        var third = await a.Peers.PingAsync(b.Record, CancellationToken.None);
        Assert.Equal(PeerFailureReason.RateLimited, third.Failure?.Reason);
        Assert.Equal(1, b.Peers.Refusals[RefusalReason.RateLimit]);
        // Another call has its own bucket.
        Assert.True((await a.Peers.ListTasksAsync(b.Record, 1, CancellationToken.None)).Succeeded);
        await b.AssertUnharmedAsync();
    }

    [Fact]
    public async Task PingAsync_NobodyListens_IsUnreachable_ThenTheCircuitOpens()
    {
        await using var a = await TestNode.StartAsync(TestNode.Defaults with
        {
            Calls = TestNode.Defaults.Calls with { Retries = 0, CircuitFailures = 2 },
        });
        var gone = await TestNode.StartAsync();
        var record = gone.Record;
        await gone.DisposeAsync();

        for (var i = 0; i < 2; i++)
        {
            var failed = await a.Peers.PingAsync(record, CancellationToken.None);
            Assert.Equal(PeerFailureReason.Unreachable, failed.Failure?.Reason);
            Assert.Equal(DialStep.Connecting, failed.Failure?.Step);
        }

        var open = await a.Peers.PingAsync(record, CancellationToken.None);
        Assert.Equal(PeerFailureReason.CircuitOpen, open.Failure?.Reason);
    }

    [Fact]
    public async Task PingAsync_NodeThatNeverAnswers_TimesOut()
    {
        await using var a = await TestNode.StartAsync(TestNode.Defaults with
        {
            Calls = TestNode.Defaults.Calls with { Timeout = TimeSpan.FromMilliseconds(200) },
        });
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var stranger = new ForgedCertificate();
        var id = stranger.Identity.Node;
        var record = a.Record with
        {
            Node = id,
            Addresses = [PeerAddress.Create(id, "127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port)],
        };
        var answer = await a.Peers.PingAsync(record, CancellationToken.None);
        Assert.Equal(PeerFailureReason.Timeout, answer.Failure?.Reason);
    }

    [Fact]
    public async Task PingAsync_RecordWithoutAddress_SaysSo()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var answer = await a.Peers.PingAsync(b.SignRecord(null), CancellationToken.None);
        Assert.Equal(PeerFailureReason.NoAddress, answer.Failure?.Reason);
    }

    [Fact]
    public async Task DialAsync_NobodyListens_FailsAtConnecting()
    {
        await using var a = await TestNode.StartAsync();
        var gone = await TestNode.StartAsync();
        await gone.DisposeAsync();
        var result = await a.Peers.DialAsync(gone.Address, urgent: false, CancellationToken.None);
        Assert.Equal(DialStep.Connecting, result.Step);
        Assert.Equal(PeerFailureReason.Unreachable, result.Failure?.Reason);
    }

    [Fact]
    public async Task DialAsync_UnknownHost_FailsAtConnecting()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var address = PeerAddress.Create(b.Id, "no-such-host.invalid", 7435);
        var result = await a.Peers.DialAsync(address, urgent: false, CancellationToken.None);
        Assert.Equal(DialStep.Connecting, result.Step);
        Assert.Equal(PeerFailureReason.HostUnknown, result.Failure?.Reason);
    }

    [Fact]
    public async Task DialAsync_GivenUp_IsCancelled()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        var result = await a.Peers.DialAsync(b.Address, urgent: false, given.Token);
        Assert.Equal(PeerFailureReason.Cancelled, result.Failure?.Reason);
    }

    private static Elite MakeElite(TestNode node, float[] genome) => new()
    {
        Id = new EliteId(Hash256.Sha256([9])),
        Task = Task1,
        Genome = genome,
        ScoreMicros = -123_456_789,
        Parents = [new EliteId(Hash256.Sha256([4])), new EliteId(Hash256.Sha256([5]))],
        Origin = node.Id,
        Optimizer = "cma_es",
        Generation = 42,
        Created = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123),
        Source = EliteSource.Local,
        OperatorName = EliteOperator.Mean,
    };
}
