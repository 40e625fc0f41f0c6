using System.Text.Json;
using Gaia.Islands.Elites;
using Gaia.Islands.Scoring;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Exchange;
using Gaia.Node.Hosting;
using Gaia.Node.Tasks;

namespace Gaia.Node.Api;

/// <summary>Makes the API's pictures of the node out of snapshots.</summary>
internal static class StatusComposer
{
    public static NodeStatus Status(NodeFace face)
    {
        var now = face.Time.GetUtcNow();
        var swarm = face.Swarm();
        var exchange = face.Exchange();
        var reasons = HealthReasons.Find(face, swarm, exchange, now);
        return new NodeStatus
        {
            NodeId = face.Node.ToString(),
            ShortId = face.Node.Short,
            Version = ProgramVersion.Text,
            Network = face.Options.Network,
            Address = face.Address().ToString(),
            Api = Text(face.Api()),
            Data = face.Options.Data,
            StartedAt = face.StartedAt,
            UptimeSeconds = Math.Round((now - face.StartedAt).TotalSeconds, 3),
            Health = reasons.Count == 0 ? "ok" : "degraded",
            Reasons = reasons,
            Bootstrap = Bootstrap(swarm.Overlay.Bootstrap, now),
            Peers = new PeerCounts(swarm.Overlay.ActivePeers.Length, swarm.Overlay.Contacts.Length),
            Refused = Refused(face, exchange, swarm.Overlay.Counters),
            Compute = new ComputeView(face.Options.Threads, NodeForm.Name),
            Exchange = Exchange(exchange),
            Tasks = Tasks(face),
        };
    }

    public static PeersView Peers(NodeFace face)
    {
        var now = face.Time.GetUtcNow();
        var overlay = face.Swarm().Overlay;
        return new PeersView
        {
            Active =
            [
                .. overlay.ActivePeers.Select(peer => new ActivePeerView(
                    peer.Node.ToString(),
                    (peer.Address ?? peer.Record.Addresses.FirstOrDefault())?.ToString() ?? "",
                    JsonNamingPolicy.CamelCase.ConvertName(peer.Direction.ToString()),
                    Math.Round(Math.Max(0, (now - peer.Since).TotalSeconds), 3))),
            ],
            Known =
            [
                .. overlay.Contacts.Select(record => new KnownPeerView(
                    record.Node.ToString(), record.Addresses.FirstOrDefault()?.ToString() ?? "")),
            ],
        };
    }

    public static IReadOnlyList<TaskStatusView> Tasks(NodeFace face) =>
        [.. face.Exchange().Tasks.Select(task => Task(face, task))];

    public static TaskStatusView Task(NodeFace face, TaskSnapshot task)
    {
        var island = face.Islands().GetValueOrDefault(task.Id);
        var manifest = task.Definition.Manifest;
        var best = task.Best;
        // The island rests as soon as its generation ends; the task is solved already.
        var phase = task.Solved is not null ? IslandPhase.Solved : island?.Phase ?? IslandPhase.Waiting;
        return new TaskStatusView
        {
            TaskId = task.Id.ToString(),
            Name = manifest.Name,
            World = manifest.World.Id,
            State = JsonNamingPolicy.CamelCase.ConvertName(phase.ToString()),
            EndReason = phase == IslandPhase.Finished ? island?.EndReason : null,
            Optimizer = island?.Optimizer ?? manifest.Optimizers[0].Type,
            Generation = island?.Generation ?? 0,
            BestTraining = Finite(island?.BestTraining),
            MeanTraining = Finite(island?.MeanTraining),
            Sigma = Finite(island?.Sigma),
            HeldOut = best is null ? null : FixedPointScore.ToReturn(best.ScoreMicros),
            BestElite = best is null ? null : Elite(best, task),
            SolvedElite = task.Solved is null ? null : Elite(task.Solved, task),
            Evaluations = task.Meter.Evaluations,
            EnvironmentSteps = task.Meter.EnvironmentSteps,
            EvaluationsPerSecond = Math.Round(task.Meter.Rate(face.Time.GetUtcNow()), 1),
            ElitesSent = task.Sent,
            ElitesAccepted = task.Accepted,
            ElitesRejected = task.Rejected,
            Restarts = island?.Restarts ?? 0,
            LastStop = island?.LastStop,
        };
    }

    public static EliteView Elite(Elite elite, TaskSnapshot task) => new()
    {
        EliteId = elite.Id.ToString(),
        TaskId = elite.Task.ToString(),
        Score = FixedPointScore.ToReturn(elite.ScoreMicros),
        Rescore = task.RescoreOf(elite.Id) is { } micros ? FixedPointScore.ToReturn(micros) : null,
        Confirmed = task.IsConfirmed(elite),
        Origin = elite.Origin.ToString(),
        Source = elite.Source == EliteSource.Local ? "local" : "received",
        Optimizer = elite.Optimizer,
        Generation = elite.Generation,
        Parents = [.. elite.Parents.Select(parent => parent.ToString())],
        Created = elite.Created,
    };

    /// <summary>Without the slash that a URI without a path ends with.</summary>
    public static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static BootstrapView Bootstrap(Overlay.Bootstrap.BootstrapStatus status, DateTimeOffset now)
    {
        var failure = status.LastFailure;
        var target = failure ?? status.Targets.FirstOrDefault();
        return new BootstrapView
        {
            Step = status.Step,
            Address = target?.Address.ToString(),
            Error = failure?.LastError,
            Attempts = target?.Attempts ?? 0,
            NextAttemptSeconds = failure?.NextAttempt is { } next
                ? Math.Round(Math.Max(0, (next - now).TotalSeconds), 3)
                : null,
        };
    }

    private static SortedDictionary<string, long> Refused(
        NodeFace face, ExchangeState exchange, Overlay.OverlayCounters counters)
    {
        var refused = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (reason, count) in face.Refusals().Counts)
            refused[JsonNamingPolicy.CamelCase.ConvertName(reason.ToString())] = count;
        Add(refused, "invalidMessage", counters.MessagesRejected);
        Add(refused, "droppedMessage", counters.MessagesDropped);
        Add(refused, "droppedEvent", face.Overlay.Dropped);
        Add(refused, "invalidRecord", counters.RecordsRefused);
        Add(refused, "taskWithoutPlace", exchange.TasksRefused);
        Add(refused, "misbehavedPeer", counters.PeersDisconnected);
        return refused;
    }

    private static ExchangeView Exchange(ExchangeState state) => new()
    {
        Sent = state.Exchange.Sent,
        Accepted = state.Exchange.Accepted,
        Rejected = state.Exchange.Rejected,
        RejectedByReason = state.Exchange.RejectedByReason,
        Liars =
        [
            .. state.Exchange.Nodes.Where(node => node.FalseClaim is not null).Select(node => node.Node.ToString()),
        ],
    };

    private static void Add(SortedDictionary<string, long> refused, string reason, long count)
    {
        if (count > 0)
            refused[reason] = count;
    }

    // JSON has no infinities; what is not a number is not there.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
