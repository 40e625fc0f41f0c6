using System.Collections.Immutable;
using Gaia.Core.Random;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.BipedalWalker;

/// <summary>Motors, physics, observation and reward of one step.</summary>
/// <remarks>
/// Gymnasium 1.3.0, box2d/bipedal_walker.py, in its order: float64 over the float32 state of the bodies, cast where a
/// joint or an observation takes the value. The reward is the one for float64 actions; for float32 ones NumPy 2 rounds
/// some of it to float32, which moves it by less than 1e-7.
/// </remarks>
internal static class WalkerDynamics
{
    public const int ObservationSize = 14 + Lidar.Rays;
    public const int ActionSize = 4;

    /// <summary>Torque of a motor at full power, in newton metres.</summary>
    public const double MotorTorque = 80;

    private const int VelocityIterations = 6 * 30;
    private const int PositionIterations = 2 * 30;
    private const double HipSpeed = 4;
    private const double KneeSpeed = 6;
    private const double TorqueCost = 0.00035 * MotorTorque;
    private const double FallReward = -100;
    private const double FinishX =
        (WalkerGeometry.TerrainPoints - WalkerGeometry.Grass) * WalkerGeometry.TerrainStep;

    /// <summary>The hull's angle and velocities, each leg's joints and contact, and the lidar.</summary>
    public static ImmutableArray<ValueRange> ObservationBounds { get; } =
    [
        ValueRange.Within(MathF.PI), ValueRange.Within(5f), ValueRange.Within(5f), ValueRange.Within(5f),
        .. LegBounds, .. LegBounds,
        .. Enumerable.Repeat(ValueRange.Within(1f), Lidar.Rays),
    ];

    public static ImmutableArray<ValueRange> ActionBounds { get; } =
        [.. Enumerable.Repeat(ValueRange.Within(1f), ActionSize)];

    /// <summary>How the scene takes every step.</summary>
    public static StepSettings StepSettings =>
        new((float)(1.0 / WalkerGeometry.FramesPerSecond), VelocityIterations, PositionIterations);

    private static ImmutableArray<ValueRange> LegBounds =>
    [
        ValueRange.Within(MathF.PI), ValueRange.Within(5f), ValueRange.Within(MathF.PI), ValueRange.Within(5f),
        new(-0f, 5f),
    ];

    /// <summary>Builds the scene of a seed and makes the reference's first step, without any torque.</summary>
    public static void Reset(ref BipedalWalkerState state, uint seed, bool hasObstacles, Span<float> observation)
    {
        var random = NumpyGenerator.FromSeed(seed);
        WalkerScene.Build(ref state.World, ref random, hasObstacles);
        state.Shaping = 0.0;
        WorldAction rest = default;
        _ = Advance(ref state, in rest, observation);
    }

    /// <summary>One step, or the one that a reset makes.</summary>
    /// <returns>The transition; that of a reset is not used.</returns>
    public static Transition Advance(ref BipedalWalkerState state, in WorldAction action, Span<float> observation)
    {
        Begin(ref state, in action);
        state.World.Step(StepSettings);
        return End(ref state, in action, observation);
    }

    /// <summary>Sets the motors, which wakes the bodies.</summary>
    public static void Begin(ref BipedalWalkerState state, in WorldAction action)
    {
        for (int i = 0; i < state.World.BodyCount; i++)
            state.World.Bodies[i].Wake();
        for (int i = 0; i < ActionSize; i++)
        {
            double value = action.Values[i];
            double sign = value > 0.0 ? 1.0 : value < 0.0 ? -1.0 : 0.0;
            double speed = i is WalkerGeometry.FirstHip or WalkerGeometry.SecondHip ? HipSpeed : KneeSpeed;
            state.World.Joints[i].MotorSpeed = (float)(speed * sign);
            state.World.Joints[i].MaxMotorTorque = (float)(MotorTorque * Power(value));
        }
    }

    /// <summary>Observes the scene after its step, and rewards.</summary>
    public static Transition End(ref BipedalWalkerState state, in WorldAction action, Span<float> observation)
    {
        ref RigidBody hull = ref state.World.Bodies[WalkerGeometry.Hull];
        observation[0] = hull.Sweep.Angle;
        observation[1] = (float)(2.0 * hull.AngularVelocity / WalkerGeometry.FramesPerSecond);
        observation[2] = (float)(0.3 * hull.Velocity.X * WalkerGeometry.Width / WalkerGeometry.FramesPerSecond);
        observation[3] = (float)(0.3 * hull.Velocity.Y * WalkerGeometry.Height / WalkerGeometry.FramesPerSecond);
        ObserveLeg(ref state.World, WalkerGeometry.FirstHip, WalkerGeometry.FirstLowerLeg, observation[4..9]);
        ObserveLeg(ref state.World, WalkerGeometry.SecondHip, WalkerGeometry.SecondLowerLeg, observation[9..14]);
        Lidar.Measure(ref state.World, observation[14..]);

        double x = hull.Origin.X;
        double shaping = (130 * x / WalkerGeometry.Scale) - (5.0 * Math.Abs((double)hull.Sweep.Angle));
        double reward = shaping - state.Shaping;
        state.Shaping = shaping;
        for (int i = 0; i < ActionSize; i++)
            reward -= TorqueCost * Power(action.Values[i]);

        bool failed = hull.HasTouched || x < 0.0;
        if (failed)
            reward = FallReward;
        return new Transition(reward, failed || x > FinishX);
    }

    /// <summary>How hard a motor is driven, 0 to 1.</summary>
    private static double Power(double action) => Math.Clamp(Math.Abs(action), 0.0, 1.0);

    private static void ObserveLeg(ref PhysicsWorld world, int hipIndex, int lowerLeg, Span<float> observation)
    {
        ref RevoluteJoint hip = ref world.Joints[hipIndex];
        ref RevoluteJoint knee = ref world.Joints[hipIndex + 1];
        observation[0] = Angle(ref world, in hip);
        observation[1] = (float)(Speed(ref world, in hip) / HipSpeed);
        observation[2] = (float)(Angle(ref world, in knee) + 1.0);
        observation[3] = (float)(Speed(ref world, in knee) / KneeSpeed);
        observation[4] = world.Bodies[lowerLeg].TouchFlag ? 1.0f : 0.0f;
    }

    private static float Angle(ref PhysicsWorld world, in RevoluteJoint joint) =>
        world.Bodies[joint.BodyB].Sweep.Angle - world.Bodies[joint.BodyA].Sweep.Angle - joint.ReferenceAngle;

    private static float Speed(ref PhysicsWorld world, in RevoluteJoint joint) =>
        world.Bodies[joint.BodyB].AngularVelocity - world.Bodies[joint.BodyA].AngularVelocity;
}
