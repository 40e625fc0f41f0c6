using Gaia.Core.Identity;
using Gaia.Core.Random;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Tests.Swarm;

/// <summary>One node of a simulated swarm: its overlay, and what the simulation knows of it.</summary>
internal sealed class SimulatedNode(NodeRecord record, OverlayOptions options, ulong seed)
{
    private PhiloxStream _random = new(seed);

    public NodeRecord Record { get; set; } = record;

    public NodeId Id => Record.Node;

    public OverlayState State { get; private set; } = new(record, options);

    public bool IsUp { get; set; }

    /// <summary>Counts restarts, so that what was under way before one is lost.</summary>
    public int Incarnation { get; private set; }

    public DateTimeOffset? Wake { get; set; }

    /// <summary>Link of this node to its other end.</summary>
    public Dictionary<LinkId, (SimulatedNode Peer, LinkId Other)> Links { get; } = [];

    public List<BroadcastMessage> Delivered { get; } = [];

    public List<OverlayEffect> Effects { get; } = [];

    public IReadOnlyList<OverlayEffect> Step(OverlayEvent input, DateTimeOffset now)
    {
        var effects = OverlayCore.Step(State, input, now, ref _random);
        Effects.AddRange(effects);
        return effects;
    }

    public void Renew(NodeRecord record)
    {
        Record = record;
        State = new OverlayState(record, options);
        Incarnation++;
        Links.Clear();
        Wake = null;
    }
}
