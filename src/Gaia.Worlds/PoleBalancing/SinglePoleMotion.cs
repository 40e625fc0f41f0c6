using System.Runtime.CompilerServices;
using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>The equations of motion of a cart with one pole.</summary>
internal readonly struct SinglePoleMotion<TReal, TMask> : IMotion<SinglePolePhase<TReal, TMask>, TReal>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <inheritdoc/>
    /// <remarks>The drive is the force on the cart, in newtons.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Differentiate(
        in SinglePolePhase<TReal, TMask> point, TReal drive, out SinglePolePhase<TReal, TMask> rates)
    {
        PoleLoad<TReal> load = CartMotion<TReal, TMask>.Load(Pole.Long, point.Angle, point.Spin);
        TReal acceleration = CartMotion<TReal, TMask>.CartAcceleration(drive, point.Velocity, load.Force, load.Mass);
        rates = new SinglePolePhase<TReal, TMask>(
            point.Velocity, acceleration, point.Spin,
            CartMotion<TReal, TMask>.PoleAcceleration(Pole.Long, in load, acceleration));
    }
}
