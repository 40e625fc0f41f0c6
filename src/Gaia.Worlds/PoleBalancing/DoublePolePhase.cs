using System.Runtime.CompilerServices;
using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>A cart with two poles, or how fast it changes.</summary>
/// <param name="Position">Of the cart, in metres from the middle.</param>
/// <param name="Velocity">Of the cart, in metres a second.</param>
/// <param name="LongAngle">Of the long pole, in radians from upright.</param>
/// <param name="LongSpin">Of the long pole, in radians a second.</param>
/// <param name="ShortAngle">Of the short pole, in radians from upright.</param>
/// <param name="ShortSpin">Of the short pole, in radians a second.</param>
internal readonly record struct DoublePolePhase<TReal, TMask>(
    TReal Position, TReal Velocity, TReal LongAngle, TReal LongSpin, TReal ShortAngle, TReal ShortSpin)
    : IPhase<DoublePolePhase<TReal, TMask>, TReal>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePolePhase<TReal, TMask> operator +(
        DoublePolePhase<TReal, TMask> left, DoublePolePhase<TReal, TMask> right) =>
        new(left.Position + right.Position, left.Velocity + right.Velocity,
            left.LongAngle + right.LongAngle, left.LongSpin + right.LongSpin,
            left.ShortAngle + right.ShortAngle, left.ShortSpin + right.ShortSpin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoublePolePhase<TReal, TMask> operator *(TReal factor, DoublePolePhase<TReal, TMask> phase) =>
        new(factor * phase.Position, factor * phase.Velocity, factor * phase.LongAngle, factor * phase.LongSpin,
            factor * phase.ShortAngle, factor * phase.ShortSpin);
}
