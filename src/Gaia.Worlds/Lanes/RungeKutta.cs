namespace Gaia.Worlds.Lanes;

/// <summary>Runge and Kutta's fourth-order method with a fixed step.</summary>
/// <remarks>
/// The order of operations is that of Gymnasium's rk4 (classic_control/acrobot.py): the step's sixth times
/// k1 + 2 k2 + 2 k3 + k4, added from the left.
/// </remarks>
internal static class RungeKutta<TMotion, TPhase, TReal, TMask>
    where TMotion : struct, IMotion<TPhase, TReal>
    where TPhase : unmanaged, IPhase<TPhase, TReal>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <summary>Follows the motion for one step.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="drive">Acts throughout.</param>
    /// <param name="stepSeconds">Length of the step.</param>
    /// <param name="end">Where it leads.</param>
    public static void Step(in TPhase start, TReal drive, double stepSeconds, out TPhase end)
    {
        TReal step = stepSeconds;
        TReal half = stepSeconds / 2.0;
        TMotion.Differentiate(in start, drive, out TPhase first);
        TPhase point = start + (half * first);
        TMotion.Differentiate(in point, drive, out TPhase second);
        point = start + (half * second);
        TMotion.Differentiate(in point, drive, out TPhase third);
        point = start + (step * third);
        TMotion.Differentiate(in point, drive, out TPhase fourth);
        TReal two = 2.0;
        TReal sixth = stepSeconds / 6.0;
        end = start + (sixth * (first + (two * second) + (two * third) + fourth));
    }
}
