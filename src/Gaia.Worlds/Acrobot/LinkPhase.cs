using System.Runtime.CompilerServices;
using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.Acrobot;

/// <summary>Angles and velocities of both links, or how fast each of them changes.</summary>
/// <param name="UpperAngle">In radians; its rate in radians a second.</param>
/// <param name="LowerAngle">In radians; its rate in radians a second.</param>
/// <param name="UpperVelocity">In radians a second; its rate in radians a second squared.</param>
/// <param name="LowerVelocity">In radians a second; its rate in radians a second squared.</param>
internal readonly record struct LinkPhase<TReal, TMask>(
    TReal UpperAngle, TReal LowerAngle, TReal UpperVelocity, TReal LowerVelocity)
    : IPhase<LinkPhase<TReal, TMask>, TReal>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LinkPhase<TReal, TMask> operator +(LinkPhase<TReal, TMask> left, LinkPhase<TReal, TMask> right) =>
        new(left.UpperAngle + right.UpperAngle, left.LowerAngle + right.LowerAngle,
            left.UpperVelocity + right.UpperVelocity, left.LowerVelocity + right.LowerVelocity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LinkPhase<TReal, TMask> operator *(TReal factor, LinkPhase<TReal, TMask> phase) =>
        new(factor * phase.UpperAngle, factor * phase.LowerAngle,
            factor * phase.UpperVelocity, factor * phase.LowerVelocity);
}
