using Gaia.Core.Identity;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Links;
using Gaia.Overlay.Membership;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.RoutingTable;

/// <summary>All nodes that this one knows: contacts that have answered, hints that have not, and who is out of reach.
/// </summary>
/// <remarks>
/// A hint becomes a contact only by an answer: hints whose bucket has room are pinged, a few at a time. Contacts that
/// have been silent for a refresh period are pinged too, so that the dead leave and the living bring their new record.
/// </remarks>
internal sealed class AddressBook(NodeId self, RoutingTableOptions options, MembershipOptions membership)
{
    private static readonly TimeSpan ExpiryPeriod = TimeSpan.FromMinutes(1);

    private readonly OrderedDictionary<NodeId, DateTimeOffset> _pings = [];
    private DateTimeOffset _nextExpiryCheck;

    public ContactTable Table { get; } = new(self, options);

    public HintBook Hints { get; } = new(options.MaximumHints);

    public RetryBook Retries { get; } =
        new(membership.RetryMinimum, membership.RetryMaximum, membership.MaximumRetries);

    public int PingsUnderWay => _pings.Count;

    /// <summary>The newest record known of a node.</summary>
    public NodeRecord? Find(NodeId node) => Table.Find(node)?.Record ?? Hints.Find(node);

    /// <summary>A record came along that nobody has proved yet.</summary>
    /// <returns>False where it breaks a rule.</returns>
    public bool Hear(NodeRecord record, StepContext step)
    {
        if (record.Check(step.Now) != NodeRecordFault.None)
        {
            step.Counters.RecordsRefused++;
            return false;
        }

        if (record.Node != self && record.Mode == PeerMode.Server && !Table.Update(record))
            Hints.Add(record);
        return true;
    }

    /// <summary>The node answered at an address of its own.</summary>
    public void Answered(NodeRecord record, StepContext step)
    {
        Table.Answered(record, step.Now);
        Hints.Remove(record.Node);
        _pings.Remove(record.Node);
        Retries.Succeeded(record.Node);
    }

    /// <summary>The node could not be reached, or did not answer.</summary>
    public void Failed(NodeId node, StepContext step)
    {
        Table.Failed(node);
        Hints.Remove(node);
        _pings.Remove(node);
        Retries.Failed(node, step.Now, ref step.Random);
    }

    /// <summary>An answer to a ping; one that was not asked for changes nothing.</summary>
    public void PingReplied(NodeId node, NodeRecord? record, StepContext step)
    {
        if (!_pings.ContainsKey(node))
            return;
        if (record is not null && record.Node == node)
            Hear(record, step);
        if (Find(node) is { } known)
            Answered(known, step);
        else
            _pings.Remove(node);
    }

    public void PingFailed(NodeId node, StepContext step)
    {
        if (_pings.ContainsKey(node))
            Failed(node, step);
    }

    /// <summary>Time-outs, then new pings as far as the bound allows.</summary>
    public void Maintain(StepContext step)
    {
        foreach (var node in Overdue(step.Now))
            Failed(node, step);
        if (step.Now >= _nextExpiryCheck)
        {
            Table.RemoveExpired(step.Now);
            _nextExpiryCheck = step.Now + ExpiryPeriod;
        }

        if (_pings.Count >= options.MaximumPings)
            return;
        foreach (var record in Due(step.Now))
        {
            if (_pings.Count >= options.MaximumPings)
                break;
            _pings.Add(record.Node, step.Now + options.PingTimeout);
            step.Emit(new OverlayEffect.SendPing(record));
        }
    }

    /// <summary>When <see cref="Maintain"/> has something to do next.</summary>
    public DateTimeOffset? NextDeadline(DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var deadline in _pings.Values)
            next = Earlier(next, deadline);
        if (_pings.Count >= options.MaximumPings)
            return next;
        foreach (var contact in Table.Contacts)
        {
            if (_pings.ContainsKey(contact.Node))
                continue;
            var due = contact.LastSeen + options.RefreshPeriod;
            next = Earlier(next, Retries.NotBefore(contact.Node) is { } pause && pause > due ? pause : due);
        }

        return Hints.Count == 0 ? next : Earlier(next, Retries.NextAfter(now));
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => b is null || a < b ? a : b;

    private List<NodeId> Overdue(DateTimeOffset now) =>
        [.. _pings.Where(ping => ping.Value <= now).Select(ping => ping.Key)];

    private List<NodeRecord> Due(DateTimeOffset now)
    {
        var due = new List<NodeRecord>();
        foreach (var hint in Hints.Hints)
        {
            if (hint.Expires > now && Table.HasRoom(hint.Node) && MayPing(hint.Node, now))
                due.Add(hint);
        }

        foreach (var contact in Table.Contacts)
        {
            if (now - contact.LastSeen >= options.RefreshPeriod && MayPing(contact.Node, now))
                due.Add(contact.Record);
        }

        return due;
    }

    private bool MayPing(NodeId node, DateTimeOffset now) => !_pings.ContainsKey(node) && Retries.MayTry(node, now);
}
