namespace Gaia.Worlds.Acrobot;

/// <summary>Angles and velocities of both links, or how fast each of them changes.</summary>
/// <param name="UpperAngle">In radians; its rate in radians a second.</param>
/// <param name="LowerAngle">In radians; its rate in radians a second.</param>
/// <param name="UpperVelocity">In radians a second; its rate in radians a second squared.</param>
/// <param name="LowerVelocity">In radians a second; its rate in radians a second squared.</param>
internal readonly record struct LinkRates<TReal>(
    TReal UpperAngle, TReal LowerAngle, TReal UpperVelocity, TReal LowerVelocity)
    where TReal : unmanaged;
