using Gaia.Core.Identity;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Membership;

/// <summary>Dial attempts under way: one a node, bounded in number and time.</summary>
internal sealed class DialBook(MembershipOptions options)
{
    private readonly OrderedDictionary<NodeId, PendingDial> _dials = [];

    public int Count => _dials.Count;

    public bool HasRoom => _dials.Count < options.MaximumDials;

    public bool IsDialling(NodeId node) => _dials.ContainsKey(node);

    public void Start(PeerAddress address, bool urgent, StepContext step)
    {
        _dials.Add(address.Node, new PendingDial(address, step.Now + options.DialTimeout));
        step.Counters.Dials++;
        step.Emit(new OverlayEffect.Dial(address, urgent));
    }

    /// <summary>The attempt has ended, whichever way; false where none to this address was under way.</summary>
    public bool End(PeerAddress address)
    {
        if (!_dials.TryGetValue(address.Node, out var dial) || dial.Address != address)
            return false;
        _dials.Remove(address.Node);
        return true;
    }

    public List<PeerAddress> Overdue(DateTimeOffset now) =>
        [.. _dials.Values.Where(dial => dial.Deadline <= now).Select(dial => dial.Address)];

    // Dials start in order of time with one time-out, so the first one ends first.
    public DateTimeOffset? NextDeadline() => _dials.Count == 0 ? null : _dials.GetAt(0).Value.Deadline;

    private readonly record struct PendingDial(PeerAddress Address, DateTimeOffset Deadline);
}
