using System.Globalization;
using System.Net;
using Gaia.Islands.Elites;
using Gaia.Islands.Scoring;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Peers;
using Gaia.Policies;
using Gaia.Protocol.Announcements;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Records;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Tasks;
using Gaia.Transport;
using Gaia.Transport.Identity;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.EndToEnd.Liar;

/// <summary>A node of its own that joins by the rules and announces one elite with a false score.</summary>
/// <remarks>The genome is a real one of the task's layout, served to whoever asks; only the score is made up.</remarks>
internal sealed class LyingNode(TimeProvider time)
{
    /// <summary>How much better than solved the lie is, in reward units.</summary>
    private const long BoastUnits = 50;

    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(200);
    private static readonly PeerNetworkOptions Options = new()
    {
        Connections = new ConnectionLimits { LimitAddresses = false },
    };

    private readonly NodeIdentity _identity = NodeIdentity.Create();

    /// <summary>Joins, lies, and stays until the token ends it.</summary>
    /// <param name="targets">Nodes to link to.</param>
    /// <param name="cancellationToken">The end.</param>
    public async Task<int> RunAsync(IReadOnlyList<PeerAddress> targets, CancellationToken cancellationToken)
    {
        EnvelopeSigner signer = new(NetworkId.Public, _identity);
        LyingHandler handler = new(Record(signer, null));
        await using PeerNetwork network = new(Options, _identity, handler, time, NullLoggerFactory.Instance);
        var listening = await network.ListenAsync(new IPEndPoint(IPAddress.Loopback, 0), cancellationToken);
        if (!listening.Succeeded) return Fail(listening.Message ?? "cannot listen");
        int port = listening.Endpoint!.Port;
        handler.LocalRecord = Record(signer, PeerAddress.Create(_identity.Node, "127.0.0.1", port));
        List<PeerLink> links = [];
        foreach (PeerAddress target in targets)
        {
            DialResult dialled = await network.DialAsync(target, urgent: false, cancellationToken);
            if (dialled.Link is null) return Fail($"cannot link to {target}: {dialled.Failure?.Text}");
            links.Add(dialled.Link);
        }

        SignedTask task = await FindTaskAsync(network, links[0], cancellationToken);
        Elite lie = MakeUp(task);
        handler.Lie = lie;
        var announcement = AnnouncementCodec.Sign(EliteAnnouncement.Of(lie), signer);
        var message = BroadcastMessage.Create(BroadcastKind.EliteAnnounce, announcement.SignedBytes);
        if (!links.TrueForAll(link => link.TrySend(message))) return Fail("a link took no message");
        string score = FixedPointScore.ToReturn(lie.ScoreMicros).ToString(CultureInfo.InvariantCulture);
        Console.Out.WriteLine($$"""{"nodeId":"{{_identity.Node}}","eliteId":"{{lie.Id}}","score":{{score}}}""");
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        return 0;
    }

    private static int Fail(string line)
    {
        Console.Error.WriteLine("gaialiar: " + line);
        return 1;
    }

    private static async Task<SignedTask> FindTaskAsync(
        PeerNetwork network, PeerLink link, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(AskInterval, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var listed = await network.ListTasksAsync(link.Peer, 1, cancellationToken);
            if (listed.Value is not { Count: > 0 } tasks) continue;
            var pulled = await network.PullTaskAsync(link.Peer, tasks[0], cancellationToken);
            if (pulled.Value is { } task) return task;
        }

        throw new OperationCanceledException(cancellationToken);
    }

    private Elite MakeUp(SignedTask task)
    {
        float[] genome = new float[task.Definition.Layout.ParameterCount];
        // Any finite genome will do; this one holds its engines still and falls.
        for (int i = 0; i < genome.Length; i++) genome[i] = (i % 7) / 7f;
        return new Elite
        {
            Id = Genome.IdOf(task.Definition.Layout, genome),
            Task = task.Id,
            Genome = genome,
            ScoreMicros = ((long)task.Definition.Manifest.Solved.Score + BoastUnits) * FixedPointScore.MicrosPerUnit,
            Parents = [],
            Origin = _identity.Node,
            Optimizer = "cma_es",
            Generation = 1,
            Created = time.GetUtcNow(),
            Source = EliteSource.Local,
            OperatorName = "mean",
        };
    }

    private NodeRecord Record(EnvelopeSigner signer, PeerAddress? address)
    {
        DateTimeOffset now = time.GetUtcNow();
        NodeRecord record = new()
        {
            Node = _identity.Node,
            Sequence = address is null ? 1u : 2u,
            Issued = now,
            Expires = now + TimeSpan.FromHours(24),
            Addresses = address is null ? [] : [address],
            Mode = address is null ? PeerMode.Client : PeerMode.Server,
            ProtocolMin = 1,
            ProtocolMax = 1,
            Build = "gaialiar",
        };
        return NodeRecordCodec.Sign(record, signer).Value
            ?? throw new InvalidOperationException("The liar's record breaks a rule.");
    }
}
