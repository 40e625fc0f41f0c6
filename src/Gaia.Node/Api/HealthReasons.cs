using Gaia.Node.Exchange;
using Gaia.Node.Swarm;

namespace Gaia.Node.Api;

/// <summary>Why a node is degraded, and what to do about it.</summary>
internal static class HealthReasons
{
    public static IReadOnlyList<string> Find(
        NodeFace face, SwarmSnapshot swarm, ExchangeState exchange, DateTimeOffset now)
    {
        var reasons = new List<string>();
        var limits = face.Options.Limits;
        var expectsPeers = !face.Options.Bootstrap.IsEmpty || !swarm.Overlay.Bootstrap.Targets.IsEmpty;
        if (expectsPeers && swarm.AloneSince is { } since && now - since > limits.IsolationGrace)
        {
            reasons.Add($"no peer for {(now - since).TotalSeconds:0} s: {swarm.Overlay.Bootstrap.Describe(now)}; "
                + "the node keeps trying: see that the address is right and that its node runs, "
                + "or give another --bootstrap");
        }

        if (face.Store.WriteError is { } error)
        {
            reasons.Add($"the store fails ({error}); nothing new is announced until it takes writes again: "
                + $"see that {face.Options.Data} has room and may be written to");
        }

        if (face.Store.ReadError is { } unread)
        {
            reasons.Add($"the store cannot be read ({unread}); elites that are only there are not served: "
                + $"see that {face.Options.Data} may be read and its disk is sound");
        }

        if (exchange.OverloadedAt is { } overloaded && now - overloaded <= limits.OverloadMemory)
        {
            reasons.Add("more elites are announced than this node can re-evaluate; "
                + "some wait for their next announcement: "
                + "give the node more cores, or fewer tasks");
        }

        if (!face.IsAlive())
            reasons.Add("a part of the node has broken: see its log, and start it again");
        return reasons;
    }
}
