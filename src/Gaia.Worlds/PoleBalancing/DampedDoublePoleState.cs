using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>A cart with two poles, and what Gruau's fitness remembers of them.</summary>
internal struct DampedDoublePoleState<TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    public DoublePolePhase<TReal, TMask> Phase;

    /// <summary>Steps that both poles have stood.</summary>
    public TReal BalancedSteps;

    /// <summary>Holds what was left of another episode until 100 steps are balanced.</summary>
    public RecentMotion<TReal> Recent;
}
