using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Steps;

/// <summary>T_osz: smooth waves on every variable, with the sign and 0 kept.</summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), section 0.2.</remarks>
internal sealed class OscillationStep : VectorStep
{
    private const double Alpha = 0.1;
    private const double Amplitude = 0.49;

    /// <summary>T_osz of one number.</summary>
    /// <remarks>
    /// With t = ln|x| / 0.1 it is sign(x) (exp(t + 0.49 (sin(c1 t) + sin(c2 t))))^0.1, rounded after the exponential as
    /// in the reference; beyond 1e30 that is infinite.
    /// </remarks>
    public static double Oscillate(double x)
    {
        if (x == 0.0)
            return 0.0;
        double t = StrictPower.Log(Math.Abs(x)) / Alpha;
        return x > 0.0
            ? Raise(t + (Amplitude * (StrictMath.Sin(t) + StrictMath.Sin(0.79 * t))))
            : -Raise(t + (Amplitude * (StrictMath.Sin(0.55 * t) + StrictMath.Sin(0.31 * t))));
    }

    public override void Apply(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int i = 0; i < from.Length; i++)
            to[i] = Oscillate(from[i]);
    }

    private static double Raise(double t) => StrictPower.Of(StrictMath.Exp(t), Alpha);
}
