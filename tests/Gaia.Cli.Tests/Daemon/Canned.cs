using System.Text.Json.Nodes;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tests.Daemon;

/// <summary>Answers of a node in the middle of its work.</summary>
internal static class Canned
{
    public static readonly string NodeId = new('a', 64);
    public static readonly string TaskId = new('b', 64);
    public static readonly string EliteId = new('c', 64);

    public static IdentityView Identity { get; } =
        new(NodeId, NodeId[..8], $"gaia://{NodeId}@127.0.0.1:7435", "gaia-main");

    public static EliteView Elite(double score = 250.5, bool confirmed = true) => new()
    {
        EliteId = EliteId,
        TaskId = TaskId,
        Score = score,
        Rescore = confirmed ? 240.25 : null,
        Confirmed = confirmed,
        Origin = NodeId,
        Source = "local",
        Optimizer = "cma_es",
        Generation = 42,
        Parents = [new string('d', 64)],
        Created = DateTimeOffset.UnixEpoch,
    };

    public static TaskStatusView TaskStatus(EliteView? best = null) => new()
    {
        TaskId = TaskId,
        Name = "lunarlander",
        World = "LunarLander-v3",
        State = best is { Confirmed: true } ? "solved" : "running",
        Optimizer = "cma_es",
        Generation = 1234,
        BestTraining = 261.75,
        HeldOut = best?.Score,
        BestElite = best,
        SolvedElite = best is { Confirmed: true } ? best : null,
        Evaluations = 123_456,
        EnvironmentSteps = 45_678_901,
        EvaluationsPerSecond = 345.6,
        ElitesSent = 7,
        ElitesAccepted = 5,
        ElitesRejected = 1,
        Restarts = 0,
    };

    public static NodeStatus Status(params string[] reasons) => new()
    {
        NodeId = NodeId,
        ShortId = NodeId[..8],
        Version = "0.1.0",
        Network = "gaia-main",
        Address = Identity.Address,
        Api = "http://127.0.0.1:7434",
        Data = "/var/lib/gaianode",
        StartedAt = DateTimeOffset.UnixEpoch,
        UptimeSeconds = 3725,
        Health = reasons.Length == 0 ? "ok" : "degraded",
        Reasons = reasons,
        Bootstrap = new BootstrapView
        {
            Step = "connect", Address = Identity.Address, Error = "refused", Attempts = 3, NextAttemptSeconds = 4,
        },
        Peers = new PeerCounts(2, 5),
        Refused = new Dictionary<string, long>(StringComparer.Ordinal) { ["tls"] = 3 },
        Compute = new ComputeView(2, "scalar"),
        Exchange = new ExchangeView
        {
            Sent = 7,
            Accepted = 5,
            Rejected = 1,
            RejectedByReason = new Dictionary<string, long>(StringComparer.Ordinal) { ["falseScore"] = 1 },
            Liars = [new string('e', 64)],
        },
        Tasks = [TaskStatus(Elite())],
    };

    public static TaskView Task(params EliteView[] elites) => new()
    {
        Manifest = new JsonObject { ["schema"] = "gaia.task/1", ["name"] = "lunarlander" },
        Status = TaskStatus(elites.FirstOrDefault()),
        Elites = elites,
    };
}
