using Gaia.Core.Identity;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Membership;
using Gaia.Overlay.Peers;
using Gaia.Overlay.Scoring;

namespace Gaia.Overlay;

/// <summary>What each event does, and what is due when time has passed.</summary>
internal static class OverlaySteps
{
    private static readonly TimeSpan RenewalRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(10);

    public static void Take(OverlayState state, OverlayEvent input, StepContext step)
    {
        // Messages are the bulk of all events and change nothing that maintenance looks at, unless a link goes.
        var links = state.Links.View.Count;
        if (TakeMessage(state, input, step) && state.Links.View.Count == links)
        {
            Wake(state, state.Broadcast.NextDeadline(), onlyEarlier: true, step);
            return;
        }

        TakeOther(state, input, step);
        if (state.Stage != OverlayState.Life.Running)
            return;
        Maintain(state, step);
        Wake(state, NextDeadline(state, step.Now), onlyEarlier: false, step);
    }

    private static bool TakeMessage(OverlayState state, OverlayEvent input, StepContext step)
    {
        switch (input)
        {
            case OverlayEvent.MessageReceived received:
                Received(state, received, step);
                return true;
            case OverlayEvent.Validated validated:
                foreach (var node in state.Broadcast.Validated(
                    validated.Id, validated.Verdict, state.Links.View, step))
                {
                    Offended(state, node, PeerOffence.InvalidMessage, step);
                }

                return true;
            case OverlayEvent.Published published:
                state.Broadcast.Publish(published.Message, state.Links.View, step);
                return true;
            default:
                return false;
        }
    }

    private static void TakeOther(OverlayState state, OverlayEvent input, StepContext step)
    {
        switch (input)
        {
            case OverlayEvent.Started started:
                Start(state, started, step);
                break;
            case OverlayEvent.SelfChanged changed:
                Renewed(state, changed.Record);
                break;
            case OverlayEvent.LinkUp up:
                LinkUp(state, up, step);
                break;
            case OverlayEvent.LinkDown down:
                LinkGone(state, state.Links.Down(down.Link, down.Reason, step), step);
                break;
            case OverlayEvent.DialFailed failed:
                state.Links.DialFailed(failed.Address, failed.Step, failed.Error, step);
                break;
            case OverlayEvent.RecordSeen seen:
                Heard(state, seen.Record, step);
                break;
            case OverlayEvent.FindNodeReplied replied:
                state.Lookups.Replied(replied.Lookup, replied.Node, replied.Records, step);
                break;
            case OverlayEvent.FindNodeFailed failed:
                state.Lookups.Failed(failed.Lookup, failed.Node, step);
                break;
            case OverlayEvent.PingReplied replied:
                state.Book.PingReplied(replied.Node, replied.Record, step);
                Refresh(state, replied.Node);
                break;
            case OverlayEvent.PingFailed failed:
                state.Book.PingFailed(failed.Node, step);
                break;
            case OverlayEvent.LookupRequested requested:
                state.Lookups.Request(requested.Target, Seeds(state), step);
                break;
            case OverlayEvent.Offended offended:
                Offended(state, offended.Node, offended.Offence, step);
                break;
            case OverlayEvent.Stopping:
                Stop(state, step);
                break;
        }
    }

    private static void Start(OverlayState state, OverlayEvent.Started started, StepContext step)
    {
        state.Stage = OverlayState.Life.Running;
        state.Bootstrap.Give(started.Bootstrap.IsDefault ? [] : started.Bootstrap);
        var cached = started.CachedPeers.IsDefault ? [] : started.CachedPeers;
        state.Memory.Recall(cached);
        state.Bootstrap.Remember(cached);
        foreach (var record in cached)
        {
            // Expired ones are only addresses to try; their owner will hand out a new record.
            if (record.Check(step.Now) == NodeRecordFault.None)
                state.Book.Hear(record, step);
        }
    }

    private static void Stop(OverlayState state, StepContext step)
    {
        state.Memory.Persist(state.Links.View, step);
        state.Links.CloseAll(step);
        state.Stage = OverlayState.Life.Stopped;
    }

    private static void Renewed(OverlayState state, NodeRecord record)
    {
        if (!record.Replaces(state.Self))
            throw new ArgumentException("A renewed record has a higher number.", nameof(record));
        state.Self = record;
        state.NextRenewal = null;
    }

    private static void LinkUp(OverlayState state, OverlayEvent.LinkUp up, StepContext step)
    {
        var link = state.Links.Up(up, step, out var replaced);
        LinkGone(state, replaced, step);
        if (link is null)
            return;
        state.Broadcast.PeerUp(link, step);
        state.Join.LinksChanged(state.Links.View.Count, step.Now);
        state.Memory.LinksChanged();
    }

    private static void LinkGone(OverlayState state, ActiveLink? link, StepContext step)
    {
        if (link is null)
            return;
        state.Broadcast.PeerDown(link, step);
        state.Join.LinksChanged(state.Links.View.Count, step.Now);
        state.Memory.LinksChanged();
    }

    private static void Received(OverlayState state, OverlayEvent.MessageReceived received, StepContext step)
    {
        // A message over a link that was closed here in the meantime is nobody's.
        if (state.Links.View.Find(received.Link) is not { } link)
        {
            step.Counters.MessagesDropped++;
            return;
        }

        if (state.Broadcast.Received(received.Message, link.Node, step) is { } offence)
            Offended(state, link.Node, offence, step);
    }

    private static void Offended(OverlayState state, NodeId node, PeerOffence offence, StepContext step) =>
        LinkGone(state, state.Links.Offended(node, offence, step), step);

    private static void Heard(OverlayState state, NodeRecord record, StepContext step)
    {
        if (state.Book.Hear(record, step))
            state.Links.View.Find(record.Node)?.Update(record);
    }

    private static void Refresh(OverlayState state, NodeId node)
    {
        if (state.Links.View.Find(node) is { } link && state.Book.Find(node) is { } record)
            link.Update(record);
    }

    private static void Maintain(OverlayState state, StepContext step)
    {
        state.Broadcast.Maintain(step);
        if (state.Join.IsDue(state.Links, step.Now))
            state.Lookups.Request(state.Self.Node, Seeds(state), step);
        var refresh = RefreshIsAllowed(state) ? state.Book.Table.NextToRefresh(step.Now) : -1;
        if (refresh >= 0)
            state.Lookups.Request(state.Book.Table.RandomIdIn(refresh, ref step.Random), Seeds(state), step);
        foreach (var target in state.Lookups.Settle(Seeds(state), step))
        {
            if (target == state.Self.Node)
                state.Join.LookedUp(state.Links.View.Count);
        }

        state.Links.Maintain(step);
        state.Book.Maintain(step);
        state.Memory.Maintain(state.Links.View, step);
        if (RenewalTime(state) <= step.Now)
        {
            state.NextRenewal = step.Now + RenewalRetry;
            step.Emit(new OverlayEffect.RenewRecord(state.Self.Sequence + 1));
        }
    }

    private static DateTimeOffset? NextDeadline(OverlayState state, DateTimeOffset now)
    {
        DateTimeOffset? next = RenewalTime(state);
        DateTimeOffset?[] deadlines =
        [
            state.Broadcast.NextDeadline(),
            state.Join.NextDeadline(state.Links),
            RefreshIsAllowed(state) ? state.Book.Table.NextRefresh() : null,
            state.Lookups.NextDeadline(),
            state.Links.NextDeadline(now),
            state.Book.NextDeadline(now),
            state.Memory.NextDeadline(),
        ];
        foreach (var deadline in deadlines)
        {
            if (deadline < next)
                next = deadline;
        }

        return next;
    }

    private static void Wake(OverlayState state, DateTimeOffset? deadline, bool onlyEarlier, StepContext step)
    {
        if (deadline is not { } due)
            return;

        // What could not be done although it was due waits for another event; the clock must not spin meanwhile.
        // A wish whose time has come but whose tick has not is renewed, lest the new wish replace it.
        var soonest = step.Now + ShortestSleep;
        if (onlyEarlier && state.LastWake < due)
            due = state.LastWake.Value;
        var wake = due > soonest ? due : soonest;
        if (state.LastWake == wake)
            return;
        state.LastWake = wake;
        step.Emit(new OverlayEffect.WakeAt(wake));
    }

    private static DateTimeOffset RenewalTime(OverlayState state) => state.NextRenewal ?? state.Self.RenewAt;

    // One refresh at a time, after the node has joined: it is housekeeping, and waits for everything else.
    private static bool RefreshIsAllowed(OverlayState state) =>
        state.Phase == Bootstrap.BootstrapPhase.Joined && state.Lookups.Running == 0;

    private static List<NodeRecord> Seeds(OverlayState state) =>
        [.. state.Links.View.Links.Select(link => link.Record)];
}
