using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Membership;

/// <summary>Who becomes an active peer: a plain choice now, HyParView's views later.</summary>
internal interface IMembershipPolicy
{
    /// <summary>How many more nodes to dial, given the links and the dials under way.</summary>
    int Wanted(ActiveView view, int dialsUnderWay);

    /// <summary>Which node to dial next.</summary>
    /// <param name="eligible">Reachable nodes without a link, not being dialled, not barred; at least one.</param>
    /// <param name="view">The links.</param>
    /// <param name="step">The step.</param>
    NodeRecord Choose(IReadOnlyList<NodeRecord> eligible, ActiveView view, StepContext step);

    /// <summary>What becomes of a link that has just come up, to a node without one.</summary>
    /// <param name="view">The links.</param>
    /// <param name="direction">Who dialled.</param>
    /// <param name="urgent">The dialler has no peer at all.</param>
    /// <param name="step">The step.</param>
    Admission Admit(ActiveView view, LinkDirection direction, bool urgent, StepContext step);
}
