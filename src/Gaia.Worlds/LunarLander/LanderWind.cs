using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Worlds.LunarLander;

/// <summary>Wind and turbulence of one episode: two places on one never repeating curve, which advance in flight.
/// </summary>
/// <remarks>
/// Gymnasium 1.3.0, box2d/lunar_lander.py: tanh(sin(2 k i) + sin(pi k i)) with k = 0.01, in float64; neither index
/// advances while the contact flag of a leg is set.
/// </remarks>
internal struct LanderWind
{
    private const long StartLimit = 9999;
    private const double SlowRate = 0.02;
    private const double FastRate = Math.PI * 0.01;

    /// <summary>Largest force, in newtons.</summary>
    public double Power;

    /// <summary>Largest torque, in newton metres.</summary>
    public double Turbulence;

    /// <summary>Places on the curve, in steps.</summary>
    public long ForceIndex;
    public long TorqueIndex;

    /// <summary>Draws where on the curve the episode begins.</summary>
    public static LanderWind Start(ref NumpyGenerator random, double power, double turbulence)
    {
        LanderWind wind;
        wind.Power = power;
        wind.Turbulence = turbulence;
        wind.ForceIndex = random.Integers(-StartLimit, StartLimit);
        wind.TorqueIndex = random.Integers(-StartLimit, StartLimit);
        return wind;
    }

    /// <summary>Pushes and turns the hull for one step.</summary>
    public void Blow(ref RigidBody hull)
    {
        double force = Curve(ForceIndex++) * Power;
        hull.ApplyForceToCentre(new Vec2((float)force, 0.0f));
        double torque = Curve(TorqueIndex++) * Turbulence;
        hull.ApplyTorque((float)torque);
    }

    private static double Curve(long index) =>
        StrictMath.Tanh(StrictMath.Sin(SlowRate * index) + StrictMath.Sin(FastRate * index));
}
