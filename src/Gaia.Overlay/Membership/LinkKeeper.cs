using Gaia.Core.Identity;
using Gaia.Overlay.Bootstrap;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Overlay.RoutingTable;
using Gaia.Overlay.Scoring;

namespace Gaia.Overlay.Membership;

/// <summary>Brings links up, keeps one a node, and replaces lost ones.</summary>
internal sealed class LinkKeeper(
    NodeId self, AddressBook book, BootstrapPlan bootstrap, PeerScores scores, OverlayOptions options)
{
    private readonly MembershipOptions _membership = options.Membership;
    private readonly IMembershipPolicy _policy = new PlainMembership(options.Membership);
    private readonly DialBook _dials = new(options.Membership);

    // Apart from the book's: a full node answers every dial, and yet must not be dialled again and again.
    private readonly RetryBook _linkRetries = new(
        options.Membership.RetryMinimum, options.Membership.RetryMaximum, options.Membership.MaximumRetries);

    public ActiveView View { get; } = new();

    public int DialsUnderWay => _dials.Count;

    public bool IsBelowTarget => View.Count < _membership.ActiveTarget;

    /// <summary>A link came up.</summary>
    /// <param name="up">The event.</param>
    /// <param name="step">The step.</param>
    /// <param name="replaced">The link that goes because of it; null for none.</param>
    /// <returns>The link, where it is kept; null where it is closed.</returns>
    public ActiveLink? Up(OverlayEvent.LinkUp up, StepContext step, out ActiveLink? replaced)
    {
        replaced = null;
        var node = up.Peer.Node;
        if (up.Dialled is not null)
            _dials.End(up.Dialled);
        if (Refusal(up, step) is { } reason)
        {
            if (up.Dialled is not null)
            {
                bootstrap.Failed(up.Dialled, DialStep.Hello, $"refused here: {reason}", step);
                book.Failed(node, step);
            }

            Refuse(up, reason, step);
            return null;
        }

        if (View.Find(node) is { } older)
        {
            if (!NewerStays(older, up.Direction, step.Now))
            {
                Refuse(up, LinkCloseReason.Duplicate, step);
                return null;
            }

            replaced = older;
            Close(older, LinkCloseReason.Duplicate, step);
        }
        else
        {
            var admission = _policy.Admit(View, up.Direction, up.Urgent, step);
            if (!admission.IsAccepted)
            {
                Refuse(up, LinkCloseReason.Full, step);
                return null;
            }

            replaced = admission.Displaced;
            if (replaced is not null)
            {
                Close(replaced, LinkCloseReason.Displaced, step);
                _linkRetries.Failed(replaced.Node, step.Now, ref step.Random);
            }
        }

        return Keep(up, step);
    }

    /// <summary>A link is gone; one that was closed here before is none of these.</summary>
    public ActiveLink? Down(LinkId id, string reason, StepContext step)
    {
        if (View.Find(id) is not { } link)
            return null;
        View.Remove(id);
        var early = step.Now - link.Since < _membership.SimultaneousWindow;
        if (!early)
            _linkRetries.Succeeded(link.Node);
        _linkRetries.Failed(link.Node, step.Now, ref step.Random);
        bootstrap.Lost(link.Node, early, reason, step);
        return link;
    }

    public void DialFailed(PeerAddress address, DialStep failed, string error, StepContext step)
    {
        if (!_dials.End(address))
            return;
        step.Counters.DialsFailed++;
        bootstrap.Failed(address, failed, error, step);
        if (View.Find(address.Node) is null)
            book.Failed(address.Node, step);
    }

    /// <summary>Counts an offence.</summary>
    /// <returns>The link that goes because of it; null for none.</returns>
    public ActiveLink? Offended(NodeId node, PeerOffence offence, StepContext step)
    {
        if (!scores.Offend(node, offence, step.Now) || View.Find(node) is not { } link)
            return null;
        step.Counters.PeersDisconnected++;
        Close(link, LinkCloseReason.Misbehaved, step);
        return link;
    }

    /// <summary>Time-outs, then new dials: without a link bootstrap addresses first, otherwise contacts.</summary>
    public void Maintain(StepContext step)
    {
        foreach (var address in _dials.Overdue(step.Now))
            DialFailed(address, DialStep.Connecting, "no answer", step);
        if (View.Count == 0)
            DialBootstrap(step);
        DialContacts(step);
        DialBootstrap(step);
    }

    public DateTimeOffset? NextDeadline(DateTimeOffset now)
    {
        var next = _dials.NextDeadline();
        if (!IsBelowTarget)
            return next;
        foreach (var time in (DateTimeOffset?[])[
            bootstrap.NextAfter(now), book.Retries.NextAfter(now), _linkRetries.NextAfter(now)])
        {
            if (time is { } due && !(due >= next))
                next = due;
        }

        return next;
    }

    public void CloseAll(StepContext step)
    {
        foreach (var link in View.Links.ToArray())
            Close(link, LinkCloseReason.Stopping, step);
    }

    /// <summary>Closes a link that has just come up, without ever keeping it.</summary>
    public static void Refuse(OverlayEvent.LinkUp up, LinkCloseReason reason, StepContext step)
    {
        step.Counters.LinksClosed++;
        step.Emit(new OverlayEffect.CloseLink(up.Link, up.Peer.Node, reason));
    }

    private ActiveLink Keep(OverlayEvent.LinkUp up, StepContext step)
    {
        var known = book.Find(up.Peer.Node);
        var record = known is not null && !up.Peer.Replaces(known) ? known : up.Peer;
        var address = up.Dialled ?? (record.Addresses.Length > 0 ? record.Addresses[0] : null);
        var link = new ActiveLink(up.Link, record, up.Direction, address, step.Now);
        View.Add(link);
        step.Counters.LinksUp++;
        bootstrap.Linked(link.Node);

        // Who was dialled has answered where it said; who dialled has only shown that it lives.
        if (up.Direction == LinkDirection.Outbound)
            book.Answered(record, step);
        else
            book.Hear(record, step);
        return link;
    }

    private LinkCloseReason? Refusal(OverlayEvent.LinkUp up, StepContext step)
    {
        if (up.Peer.Node == self)
            return LinkCloseReason.Self;
        if (up.Peer.Check(step.Now) != NodeRecordFault.None)
        {
            step.Counters.RecordsRefused++;
            return LinkCloseReason.BadRecord;
        }

        return scores.IsBarred(up.Peer.Node, step.Now) ? LinkCloseReason.Misbehaved : null;
    }

    // Both ends must come to the same answer without a word, or both links go.
    private bool NewerStays(ActiveLink older, LinkDirection newer, DateTimeOffset now)
    {
        if (newer == older.Direction || now - older.Since >= _membership.SimultaneousWindow)
            return true;
        var dialler = newer == LinkDirection.Outbound ? self : older.Node;
        return dialler == (self < older.Node ? self : older.Node);
    }

    private void Close(ActiveLink link, LinkCloseReason reason, StepContext step)
    {
        View.Remove(link.Id);
        step.Counters.LinksClosed++;
        step.Emit(new OverlayEffect.CloseLink(link.Id, link.Node, reason));
    }

    private void DialBootstrap(StepContext step)
    {
        foreach (var address in bootstrap.Due(step.Now))
        {
            if (!_dials.HasRoom || _policy.Wanted(View, _dials.Count) == 0)
                return;
            // A node without any peer keeps to the shorter pauses of its way into the network.
            if (!MayDial(address.Node, step.Now) || (View.Count > 0 && !_linkRetries.MayTry(address.Node, step.Now)))
                continue;
            bootstrap.Dialled(address);
            _dials.Start(address, View.Count == 0, step);
        }
    }

    private void DialContacts(StepContext step)
    {
        if (!_dials.HasRoom || _policy.Wanted(View, _dials.Count) == 0)
            return;
        var now = step.Now;
        var eligible = book.Table.Contacts
            .Where(contact => MayDial(contact.Node, now)
                && book.Retries.MayTry(contact.Node, now)
                && _linkRetries.MayTry(contact.Node, now))
            .Select(contact => contact.Record)
            .ToList();
        while (eligible.Count > 0 && _dials.HasRoom && _policy.Wanted(View, _dials.Count) > 0)
        {
            var record = _policy.Choose(eligible, View, step);
            eligible.Remove(record);
            var address = record.Addresses[book.Retries.Failures(record.Node) % record.Addresses.Length];
            bootstrap.Dialled(address);
            _dials.Start(address, View.Count == 0, step);
        }
    }

    private bool MayDial(NodeId node, DateTimeOffset now) =>
        View.Find(node) is null && !_dials.IsDialling(node) && !scores.IsBarred(node, now);
}
