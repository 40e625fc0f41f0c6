using Gaia.Core.Identity;
using Gaia.Core.Random;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Tests.Swarm;

/// <summary>Nodes in virtual time on one thread: an answer takes 10 to 100 ms, the dead give none.</summary>
internal sealed class SimulatedSwarm(ulong seed, OverlayOptions? options = null)
{
    private readonly PriorityQueue<Action, (DateTimeOffset Time, long Order)> _queue = new();
    private readonly Dictionary<NodeId, SimulatedNode> _nodes = [];
    private PhiloxStream _random = new(seed, stream: 1);
    private long _order;
    private long _lastLink;

    public DateTimeOffset Now { get; private set; } = TestPeers.Start;

    public IReadOnlyCollection<SimulatedNode> Nodes => _nodes.Values;

    /// <summary>What a node says about a message; accepts everything unless a test replaces it.</summary>
    public Func<SimulatedNode, BroadcastMessage, MessageVerdict> Judge { get; set; } = (_, _) => MessageVerdict.Accept;

    /// <summary>Events taken in, to bound a run.</summary>
    public long Events { get; private set; }

    public SimulatedNode this[int number] => _nodes[TestPeers.Id(number)];

    public SimulatedNode Add(int number, PeerMode mode = PeerMode.Server)
    {
        var node = new SimulatedNode(
            TestPeers.Record(number, mode: mode), options ?? OverlayOptions.Default, seed + (ulong)number);
        _nodes.Add(node.Id, node);
        return node;
    }

    public SimulatedNode Start(int number, params int[] bootstrap)
    {
        var node = _nodes.GetValueOrDefault(TestPeers.Id(number)) ?? Add(number);
        node.IsUp = true;
        Feed(node, new OverlayEvent.Started([.. bootstrap.Select(TestPeers.Address)], []));
        return node;
    }

    /// <summary>The node dies without a word; its peers notice after a moment, as TCP does on one machine.</summary>
    public void Kill(int number)
    {
        var node = this[number];
        node.IsUp = false;
        foreach (var (peer, other) in node.Links.Values.ToArray())
            After(() => Drop(peer, other, "connection reset"));
        node.Renew(node.Record with { Sequence = node.Record.Sequence + 1 });
    }

    /// <summary>Runs until a condition holds; false where it does not within the time.</summary>
    public bool RunUntil(Func<bool> condition, TimeSpan limit)
    {
        var end = Now + limit;
        while (!condition())
        {
            if (!_queue.TryPeek(out _, out var next) || next.Time > end)
            {
                Now = end;
                return condition();
            }

            var action = _queue.Dequeue();
            Now = next.Time > Now ? next.Time : Now;
            action();
        }

        return true;
    }

    public void RunFor(TimeSpan time) => RunUntil(() => false, time);

    public void Feed(SimulatedNode node, OverlayEvent input)
    {
        if (!node.IsUp)
            return;
        Events++;
        foreach (var effect in node.Step(input, Now))
            CarryOut(node, effect);
    }

    private void CarryOut(SimulatedNode node, OverlayEffect effect)
    {
        switch (effect)
        {
            case OverlayEffect.Dial dial:
                Dial(node, dial);
                break;
            case OverlayEffect.CloseLink close:
                if (node.Links.Remove(close.Link, out var end))
                    After(() => Drop(end.Peer, end.Other, $"closed by peer: {close.Reason}"));
                break;
            case OverlayEffect.SendFindNode find:
                Ask(node, find.To, target => new OverlayEvent.FindNodeReplied(
                    find.Lookup, find.To.Node, target.State.FindClosest(find.Target, node.Id)),
                    () => new OverlayEvent.FindNodeFailed(find.Lookup, find.To.Node, "no answer"));
                break;
            case OverlayEffect.SendPing ping:
                Ask(node, ping.To, target => new OverlayEvent.PingReplied(ping.To.Node, target.Record),
                    () => new OverlayEvent.PingFailed(ping.To.Node, "no answer"));
                break;
            case OverlayEffect.SendMessage send:
                if (node.Links.TryGetValue(send.Link, out var to))
                    After(() => Arrive(to.Peer, to.Other, send.Message));
                break;
            case OverlayEffect.Validate validate:
                Later(node, () => new OverlayEvent.Validated(validate.Message.Id, Judge(node, validate.Message)));
                break;
            case OverlayEffect.Deliver deliver:
                node.Delivered.Add(deliver.Message);
                break;
            case OverlayEffect.WakeAt wake:
                WakeAt(node, wake.Time);
                break;
        }
    }

    private void Dial(SimulatedNode node, OverlayEffect.Dial dial)
    {
        var incarnation = node.Incarnation;
        After(() =>
        {
            if (!node.IsUp || node.Incarnation != incarnation)
                return;
            if (!_nodes.TryGetValue(dial.Address.Node, out var target) || !target.IsUp)
            {
                Feed(node, new OverlayEvent.DialFailed(dial.Address, DialStep.Connecting, "connection refused"));
                return;
            }

            var outbound = new LinkId(++_lastLink);
            var inbound = new LinkId(++_lastLink);
            node.Links.Add(outbound, (target, inbound));
            target.Links.Add(inbound, (node, outbound));
            Feed(target, new OverlayEvent.LinkUp(inbound, node.Record, LinkDirection.Inbound, null, dial.Urgent));
            if (node.Links.ContainsKey(outbound))
            {
                Feed(node, new OverlayEvent.LinkUp(
                    outbound, target.Record, LinkDirection.Outbound, dial.Address, dial.Urgent));
            }
        });
    }

    private void Ask(
        SimulatedNode node, NodeRecord to, Func<SimulatedNode, OverlayEvent> reply, Func<OverlayEvent> failure) =>
        Later(node, () => _nodes.TryGetValue(to.Node, out var target) && target.IsUp && to.Addresses.Length > 0
            ? reply(target)
            : failure());

    private void Arrive(SimulatedNode node, LinkId link, BroadcastMessage message)
    {
        if (node.Links.ContainsKey(link))
            Feed(node, new OverlayEvent.MessageReceived(link, message));
    }

    private void Drop(SimulatedNode node, LinkId link, string reason)
    {
        if (node.Links.Remove(link))
            Feed(node, new OverlayEvent.LinkDown(link, reason));
    }

    private void WakeAt(SimulatedNode node, DateTimeOffset time)
    {
        var incarnation = node.Incarnation;
        node.Wake = time;
        At(time, () =>
        {
            // A wish that was replaced is none.
            if (node.Incarnation == incarnation && node.Wake == time)
                Feed(node, new OverlayEvent.Tick());
        });
    }

    private void Later(SimulatedNode node, Func<OverlayEvent> input)
    {
        var incarnation = node.Incarnation;
        After(() =>
        {
            if (node.Incarnation == incarnation)
                Feed(node, input());
        });
    }

    private void After(Action action) => At(Now + TimeSpan.FromMilliseconds(10 + (90 * _random.NextDouble())), action);

    private void At(DateTimeOffset time, Action action) => _queue.Enqueue(action, (time, _order++));
}
