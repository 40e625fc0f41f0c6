using System.Collections.Immutable;
using Gaia.Core.Numerics;
using Gaia.Worlds.Physics;

namespace Gaia.Worlds.LunarLander;

/// <summary>Engines, physics, observation and reward of one step.</summary>
/// <remarks>
/// Gymnasium 1.3.0, box2d/lunar_lander.py, in its order: float64 over the float32 state of the bodies, cast where a
/// body or an observation takes the value. Two random numbers are drawn in every step, engine on or not.
/// </remarks>
internal static class LanderDynamics
{
    public const int ObservationSize = 8;

    private const int VelocityIterations = 6 * 30;
    private const int PositionIterations = 2 * 30;

    private const double MainEnginePower = 13.0;
    private const double SideEnginePower = 0.6;
    private const double MainEngineY = 4 / LanderGeometry.Scale;
    private const double SideEngineHeight = 14;

    /// <summary>The reference has 17 where it means the engines' height of 14: a torque that stays.</summary>
    private const double SideEngineHeightX = 17;
    private const double SideEngineAway = 12;
    private const double CrashReward = -100;
    private const double RestReward = +100;

    /// <summary>Place, velocity, angle and angular velocity, and the contact of either leg.</summary>
    public static ImmutableArray<ValueRange> ObservationBounds { get; } =
    [
        ValueRange.Within(2.5f), ValueRange.Within(2.5f), ValueRange.Within(10f), ValueRange.Within(10f),
        ValueRange.Within(2 * MathF.PI), ValueRange.Within(10f), new(0f, 1f), new(0f, 1f),
    ];

    /// <summary>How the scene takes every step.</summary>
    public static StepSettings StepSettings =>
        new((float)(1.0 / LanderGeometry.FramesPerSecond), VelocityIterations, PositionIterations);

    /// <summary>One step, or the one that a reset makes.</summary>
    /// <returns>The transition; that of a reset is not used.</returns>
    public static Transition Advance<TAir>(ref LunarLanderState state, in EngineThrust thrust, Span<float> observation)
        where TAir : struct, ILanderAir
    {
        Begin<TAir>(ref state, in thrust);
        state.World.Step(StepSettings);
        return End(ref state, in thrust, observation);
    }

    /// <summary>Lets the wind blow, draws the dispersions and fires the engines.</summary>
    public static void Begin<TAir>(ref LunarLanderState state, in EngineThrust thrust)
        where TAir : struct, ILanderAir
    {
        ref RigidBody hull = ref state.World.Bodies[LanderGeometry.Hull];
        if (TAir.HasWind && !state.World.Bodies[LanderGeometry.LeftLeg].TouchFlag &&
            !state.World.Bodies[LanderGeometry.RightLeg].TouchFlag)
        {
            state.Wind.Blow(ref hull);
        }

        double dispersion0 = state.Random.Uniform(-1.0, 1.0) / LanderGeometry.Scale;
        double dispersion1 = state.Random.Uniform(-1.0, 1.0) / LanderGeometry.Scale;
        if (thrust.MainPower > 0.0 || thrust.SidePower > 0.0)
            FireEngines(ref hull, in thrust, dispersion0, dispersion1);
    }

    /// <summary>Observes the scene after its step, and rewards.</summary>
    public static Transition End(ref LunarLanderState state, in EngineThrust thrust, Span<float> observation)
    {
        ref RigidBody hull = ref state.World.Bodies[LanderGeometry.Hull];
        bool leftTouches = state.World.Bodies[LanderGeometry.LeftLeg].TouchFlag;
        bool rightTouches = state.World.Bodies[LanderGeometry.RightLeg].TouchFlag;
        double x = (hull.Origin.X - (LanderGeometry.Width / 2)) / (LanderGeometry.Width / 2);
        double y = (hull.Origin.Y - (LanderGeometry.PadHeight + LanderGeometry.LegDown)) / (LanderGeometry.Height / 2);
        double vx = hull.Velocity.X * (LanderGeometry.Width / 2) / LanderGeometry.FramesPerSecond;
        double vy = hull.Velocity.Y * (LanderGeometry.Height / 2) / LanderGeometry.FramesPerSecond;
        double angle = hull.Sweep.Angle;
        double left = leftTouches ? 1.0 : 0.0;
        double right = rightTouches ? 1.0 : 0.0;
        observation[0] = (float)x;
        observation[1] = (float)y;
        observation[2] = (float)vx;
        observation[3] = (float)vy;
        observation[4] = (float)angle;
        observation[5] = (float)(20.0 * hull.AngularVelocity / LanderGeometry.FramesPerSecond);
        observation[6] = (float)left;
        observation[7] = (float)right;

        double shaping = (-100 * Math.Sqrt((x * x) + (y * y))) - (100 * Math.Sqrt((vx * vx) + (vy * vy))) -
            (100 * Math.Abs(angle)) + (10 * left) + (10 * right);
        double reward = shaping - state.Shaping - (thrust.MainPower * 0.30) - (thrust.SidePower * 0.03);
        state.Shaping = shaping;

        bool crashed = hull.HasTouched || Math.Abs(x) >= 1.0;
        if (crashed)
            reward = CrashReward;
        if (!hull.IsAwake)
            reward = RestReward;
        return new Transition(reward, crashed || !hull.IsAwake);
    }

    private static void FireEngines(ref RigidBody hull, in EngineThrust thrust, double dispersion0, double dispersion1)
    {
        (double sine, double cosine) = StrictMath.SinCos(hull.Sweep.Angle);
        double sideX = -cosine;
        double sideY = sine;
        if (thrust.MainPower > 0.0)
        {
            double ox = (sine * (MainEngineY + (2 * dispersion0))) + (sideX * dispersion1);
            double oy = (-cosine * (MainEngineY + (2 * dispersion0))) - (sideY * dispersion1);
            double power = thrust.MainPower;
            Push(
                ref hull,
                -ox * MainEnginePower * power,
                -oy * MainEnginePower * power,
                hull.Origin.X + ox,
                hull.Origin.Y + oy);
        }

        if (thrust.SidePower > 0.0)
        {
            double away = (3 * dispersion1) + (thrust.SideDirection * SideEngineAway / LanderGeometry.Scale);
            double ox = (sine * dispersion0) + (sideX * away);
            double oy = (-cosine * dispersion0) - (sideY * away);
            double power = thrust.SidePower;
            Push(
                ref hull,
                -ox * SideEnginePower * power,
                -oy * SideEnginePower * power,
                hull.Origin.X + ox - (sine * SideEngineHeightX / LanderGeometry.Scale),
                hull.Origin.Y + oy + (cosine * SideEngineHeight / LanderGeometry.Scale));
        }
    }

    private static void Push(ref RigidBody hull, double impulseX, double impulseY, double x, double y) =>
        hull.ApplyImpulse(new Vec2((float)impulseX, (float)impulseY), new Vec2((float)x, (float)y));
}
