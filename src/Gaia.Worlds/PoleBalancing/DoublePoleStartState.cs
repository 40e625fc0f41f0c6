using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>A cart with two poles, and how long they have stood.</summary>
internal struct DoublePoleStartState<TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    public DoublePolePhase<TReal, TMask> Phase;

    /// <summary>Steps that both poles have stood.</summary>
    public TReal BalancedSteps;
}
