using System.Runtime.CompilerServices;
using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>The closed form of a cart's and its poles' accelerations.</summary>
/// <remarks>
/// Wieland, "Evolving neural network controllers for unstable systems" (1991), as printed in Gomez, Schmidhuber and
/// Miikkulainen, "Accelerated Neural Evolution through Cooperatively Coevolved Synapses" (JMLR 9, 2008), appendix A:
/// the cart's acceleration is (F - muc sgn(v) + sum F_i) / (M + sum m_i'), a pole's is
/// -3/(4 l) (a cos + g sin + mup w/(m l)), with g = -9.8. Each pole bears on the cart by an effective force F_i and an
/// effective mass m_i'. The program that is commonly used for this benchmark leaves the cart's friction out; it is kept
/// here, as it is printed.
/// </remarks>
internal static class CartMotion<TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    private const double Gravity = -9.8;
    private const double CartMass = 1.0;

    /// <summary>Coefficient of friction of the cart on the track.</summary>
    private const double CartFriction = 0.0005;

    /// <summary>Coefficient of friction of a pole's hinge.</summary>
    private const double HingeFriction = 0.000002;

    /// <summary>What a pole adds to the motion.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PoleLoad<TReal> Load(Pole pole, TReal angle, TReal spin)
    {
        TReal.SinCos(angle, out TReal sine, out TReal cosine);
        double moment = pole.Mass * pole.HalfLength;
        TReal fall = (HingeFriction * spin / moment) + (Gravity * sine);
        return new PoleLoad<TReal>(
            (moment * (spin * spin) * sine) + (0.75 * pole.Mass * cosine * fall),
            pole.Mass * (1.0 - (0.75 * (cosine * cosine))), cosine, fall);
    }

    /// <summary>The cart's, in metres a second squared.</summary>
    /// <param name="force">In newtons.</param>
    /// <param name="velocity">Of the cart, in metres a second.</param>
    /// <param name="poleForce">Sum of the poles' effective forces.</param>
    /// <param name="poleMass">Sum of the poles' effective masses.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal CartAcceleration(TReal force, TReal velocity, TReal poleForce, TReal poleMass)
    {
        TReal direction = TReal.Select(velocity > 0.0, 1.0, TReal.Select(velocity < 0.0, -1.0, 0.0));
        return (force - (CartFriction * direction) + poleForce) / (CartMass + poleMass);
    }

    /// <summary>A pole's, in radians a second squared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal PoleAcceleration(Pole pole, in PoleLoad<TReal> load, TReal cartAcceleration) =>
        -0.75 / pole.HalfLength * ((cartAcceleration * load.Cosine) + load.Fall);
}
