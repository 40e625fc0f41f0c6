using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Membership;

/// <summary>Dials random contacts up to a target, accepts others up to a maximum.</summary>
/// <remarks>
/// A full node still takes in a node that has no peer at all, as HyParView's JOIN does (Leitao et al. 2007, section
/// 4.2), but gives up only a link that the other end dialled, and only one a period: whoever floods a node with joins
/// cannot replace the peers that it chose itself.
/// </remarks>
internal sealed class PlainMembership(MembershipOptions options) : IMembershipPolicy
{
    private DateTimeOffset? _lastDisplaced;

    public int Wanted(ActiveView view, int dialsUnderWay) =>
        Math.Max(0, options.ActiveTarget - view.Count - dialsUnderWay);

    public NodeRecord Choose(IReadOnlyList<NodeRecord> eligible, ActiveView view, StepContext step) =>
        eligible[(int)step.Random.NextBelow((uint)eligible.Count)];

    public Admission Admit(ActiveView view, LinkDirection direction, bool urgent, StepContext step)
    {
        if (view.Count < options.ActiveMaximum)
            return Admission.Accepted;
        if (!urgent || direction == LinkDirection.Outbound || step.Now - _lastDisplaced < options.DisplacePeriod)
            return Admission.Refused;
        ActiveLink[] inbound = [.. view.Links.Where(link => link.Direction == LinkDirection.Inbound)];
        if (inbound.Length == 0)
            return Admission.Refused;
        _lastDisplaced = step.Now;
        return Admission.InPlaceOf(inbound[(int)step.Random.NextBelow((uint)inbound.Length)]);
    }
}
