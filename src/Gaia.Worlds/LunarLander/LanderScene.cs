using System.Runtime.CompilerServices;
using Gaia.Core.Random;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.LunarLander;

/// <summary>Builds ground, hull and legs from the draws of one seed.</summary>
/// <remarks>Order of creation and of draws as in Gymnasium 1.3.0, box2d/lunar_lander.py: both decide bits.</remarks>
internal static class LanderScene
{
    private const double GroundSpacing = LanderGeometry.Width / (LanderGeometry.GroundPoints - 1);
    private const float DefaultFriction = 0.2f;
    private const float LowFriction = 0.1f;
    private const ushort GroundCategory = 0x0001;
    private const ushort HullCategory = 0x0010;
    private const ushort LegCategory = 0x0020;
    private const ushort CollidesWithAll = 0xFFFF;

    /// <param name="world">Overwritten.</param>
    /// <param name="random">What is drawn here comes before the places of the wind, and those before any step.</param>
    /// <param name="gravity">In metres per square second, downwards where negative.</param>
    public static void Build(ref PhysicsWorld world, ref NumpyGenerator random, double gravity)
    {
        world.Clear(new Vec2(0.0f, (float)gravity));
        DrawHeights(ref random, out GroundHeights heights);
        AddGround(ref world, in heights);
        AddHull(ref world);
        double forceX = random.Uniform(-LanderGeometry.StartForce, LanderGeometry.StartForce);
        double forceY = random.Uniform(-LanderGeometry.StartForce, LanderGeometry.StartForce);
        world.Bodies[LanderGeometry.Hull].ApplyForceToCentre(new Vec2((float)forceX, (float)forceY));
        AddLeg(ref world, -1);
        AddLeg(ref world, +1);
    }

    /// <summary>Draws the heights and flattens the five around the pad.</summary>
    public static void DrawHeights(ref NumpyGenerator random, out GroundHeights heights)
    {
        Unsafe.SkipInit(out heights);
        const int Middle = LanderGeometry.GroundPoints / 2;
        for (int i = 0; i <= LanderGeometry.GroundPoints; i++)
            heights[i] = random.Uniform(0.0, LanderGeometry.Height / 2);
        for (int i = Middle - 2; i <= Middle + 2; i++)
            heights[i] = LanderGeometry.PadHeight;
    }

    /// <summary>A point of the ground: 0.99 times the mean of three heights.</summary>
    /// <remarks>The first looks back to the last, as an index of -1 does in the reference's language.</remarks>
    public static double SmoothHeight(in GroundHeights heights, int i)
    {
        double before = heights[i == 0 ? LanderGeometry.GroundPoints : i - 1];
        return 0.33 * (before + heights[i] + heights[i + 1]);
    }

    private static void AddGround(ref PhysicsWorld world, in GroundHeights heights)
    {
        int ground = SceneBuilder.AddRestingBody(ref world);
        Surface surface = default;
        surface.Category = GroundCategory;
        surface.Mask = CollidesWithAll;
        surface.Friction = DefaultFriction;
        SceneBuilder.AddEdge(ref world, ground, in surface, default, new Vec2((float)LanderGeometry.Width, 0.0f));

        surface.Friction = LowFriction;
        for (int i = 0; i < LanderGeometry.GroundPoints - 1; i++)
        {
            var start = new Vec2((float)(GroundSpacing * i), (float)SmoothHeight(in heights, i));
            var end = new Vec2((float)(GroundSpacing * (i + 1)), (float)SmoothHeight(in heights, i + 1));
            SceneBuilder.AddEdge(ref world, ground, in surface, start, end);
        }
    }

    private static void AddHull(ref PhysicsWorld world)
    {
        const float X = (float)(LanderGeometry.Width / 2);
        Surface surface = default;
        surface.Category = HullCategory;
        surface.Mask = GroundCategory;
        surface.Friction = LowFriction;
        surface.Density = 5.0f;
        ReadOnlySpan<Vec2> corners =
        [
            Corner(-14, 17), Corner(-17, 0), Corner(-17, -10), Corner(17, -10), Corner(17, 0), Corner(14, 17),
        ];
        var position = new Vec2(X, (float)LanderGeometry.Height);
        SceneBuilder.AddBody(ref world, position, 0.0f, in surface, PolygonShape.CreateHull(corners));
    }

    private static Vec2 Corner(int x, int y) =>
        new((float)(x / LanderGeometry.Scale), (float)(y / LanderGeometry.Scale));

    /// <param name="world">The scene.</param>
    /// <param name="side">-1 for the leg that begins on the right of the picture, +1 for the other.</param>
    private static void AddLeg(ref PhysicsWorld world, int side)
    {
        double x = (LanderGeometry.Width / 2) - (side * 20 / LanderGeometry.Scale);
        Surface surface = default;
        surface.Category = LegCategory;
        surface.Mask = GroundCategory;
        surface.Friction = DefaultFriction;
        surface.Density = 1.0f;
        var box = PolygonShape.CreateBox((float)LanderGeometry.LegHalfWidth, (float)LanderGeometry.LegHalfHeight);
        var position = new Vec2((float)x, (float)LanderGeometry.Height);
        int leg = SceneBuilder.AddBody(ref world, position, (float)(side * 0.05), in surface, in box);

        // The legs begin outside their limits and snap into them within the first step.
        RevoluteJoint joint = default;
        joint.BodyA = LanderGeometry.Hull;
        joint.BodyB = (byte)leg;
        joint.HasLimit = true;
        joint.HasMotor = true;
        joint.LocalAnchorB = new Vec2((float)(side * 20 / LanderGeometry.Scale), (float)LanderGeometry.LegDown);

        // The Python binding, not Box2D, takes the angle at creation as the zero of the limits.
        joint.ReferenceAngle = world.Bodies[leg].Sweep.Angle - world.Bodies[LanderGeometry.Hull].Sweep.Angle;
        joint.MaxMotorTorque = (float)LanderGeometry.LegSpringTorque;
        joint.MotorSpeed = (float)(0.3 * side);
        joint.LowerAngle = (float)(side < 0 ? 0.9 - 0.5 : -0.9);
        joint.UpperAngle = (float)(side < 0 ? 0.9 : -0.9 + 0.5);
        SceneBuilder.AddJoint(ref world, in joint);
    }
}
