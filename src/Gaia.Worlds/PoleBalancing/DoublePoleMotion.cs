using System.Runtime.CompilerServices;
using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>The equations of motion of a cart with two poles.</summary>
internal readonly struct DoublePoleMotion<TReal, TMask> : IMotion<DoublePolePhase<TReal, TMask>, TReal>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <inheritdoc/>
    /// <remarks>The drive is the force on the cart, in newtons.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Differentiate(
        in DoublePolePhase<TReal, TMask> point, TReal drive, out DoublePolePhase<TReal, TMask> rates)
    {
        PoleLoad<TReal> first = CartMotion<TReal, TMask>.Load(Pole.Long, point.LongAngle, point.LongSpin);
        PoleLoad<TReal> second = CartMotion<TReal, TMask>.Load(Pole.Short, point.ShortAngle, point.ShortSpin);
        TReal acceleration = CartMotion<TReal, TMask>.CartAcceleration(
            drive, point.Velocity, first.Force + second.Force, first.Mass + second.Mass);
        rates = new DoublePolePhase<TReal, TMask>(
            point.Velocity, acceleration,
            point.LongSpin, CartMotion<TReal, TMask>.PoleAcceleration(Pole.Long, in first, acceleration),
            point.ShortSpin, CartMotion<TReal, TMask>.PoleAcceleration(Pole.Short, in second, acceleration));
    }
}
