using System.Runtime.CompilerServices;
using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.Acrobot;

/// <summary>The equations of motion of two links of 1 m and 1 kg, each with a moment of inertia of 1 kg m^2.</summary>
/// <remarks>
/// Sutton and Barto, "Reinforcement Learning: An Introduction", 2nd edition, section 11.3, in the order in which
/// Gymnasium evaluates them.
/// </remarks>
internal readonly struct LinkMotion<TReal, TMask> : IMotion<LinkPhase<TReal, TMask>, TReal>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    private const double Mass = 1.0;
    private const double Length = 1.0;

    /// <summary>From a link's joint to its centre of mass, in metres.</summary>
    private const double CentreDistance = 0.5;
    private const double Inertia = 1.0;
    private const double Gravity = 9.8;
    private const double CentreDistanceSquared = CentreDistance * CentreDistance;
    private const double LengthSquared = Length * Length;

    /// <inheritdoc/>
    /// <remarks>The drive is the torque on the joint between the links, in newton metres.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Differentiate(
        in LinkPhase<TReal, TMask> point, TReal drive, out LinkPhase<TReal, TMask> rates)
    {
        TReal upperSpin = point.UpperVelocity;
        TReal lowerSpin = point.LowerVelocity;
        TReal.SinCos(point.LowerAngle, out TReal sine, out TReal cosine);
        TReal d1 = (Mass * CentreDistanceSquared) +
            (Mass * (LengthSquared + CentreDistanceSquared + (2 * Length * CentreDistance * cosine))) +
            Inertia + Inertia;
        TReal d2 = (Mass * (CentreDistanceSquared + (Length * CentreDistance * cosine))) + Inertia;
        TReal phi2 = Mass * CentreDistance * Gravity *
            TReal.Cos(point.UpperAngle + point.LowerAngle - (Math.PI / 2.0));
        TReal phi1 = (-Mass * Length * CentreDistance * TReal.Square(lowerSpin) * sine) -
            (2 * Mass * Length * CentreDistance * lowerSpin * upperSpin * sine) +
            (((Mass * CentreDistance) + (Mass * Length)) * Gravity * TReal.Cos(point.UpperAngle - (Math.PI / 2))) +
            phi2;
        TReal lowerAcceleration =
            (drive + (d2 / d1 * phi1) - (Mass * Length * CentreDistance * TReal.Square(upperSpin) * sine) - phi2) /
            ((Mass * CentreDistanceSquared) + Inertia - (TReal.Square(d2) / d1));
        TReal upperAcceleration = -((d2 * lowerAcceleration) + phi1) / d1;
        rates = new LinkPhase<TReal, TMask>(upperSpin, lowerSpin, upperAcceleration, lowerAcceleration);
    }
}
