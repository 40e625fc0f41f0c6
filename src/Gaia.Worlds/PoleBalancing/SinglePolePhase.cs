using System.Runtime.CompilerServices;
using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>A cart with one pole, or how fast it changes.</summary>
/// <param name="Position">Of the cart, in metres from the middle.</param>
/// <param name="Velocity">Of the cart, in metres a second.</param>
/// <param name="Angle">Of the pole, in radians from upright.</param>
/// <param name="Spin">Of the pole, in radians a second.</param>
internal readonly record struct SinglePolePhase<TReal, TMask>(
    TReal Position, TReal Velocity, TReal Angle, TReal Spin)
    : IPhase<SinglePolePhase<TReal, TMask>, TReal>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SinglePolePhase<TReal, TMask> operator +(
        SinglePolePhase<TReal, TMask> left, SinglePolePhase<TReal, TMask> right) =>
        new(left.Position + right.Position, left.Velocity + right.Velocity,
            left.Angle + right.Angle, left.Spin + right.Spin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SinglePolePhase<TReal, TMask> operator *(TReal factor, SinglePolePhase<TReal, TMask> phase) =>
        new(factor * phase.Position, factor * phase.Velocity, factor * phase.Angle, factor * phase.Spin);
}
