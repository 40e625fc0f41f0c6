using Gaia.Core.Random;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.BipedalWalker;

/// <summary>Builds terrain, hull and two legs of two parts from the draws of one seed.</summary>
/// <remarks>Order of creation and of draws as in Gymnasium 1.3.0, box2d/bipedal_walker.py: both decide bits.</remarks>
internal static class WalkerScene
{
    private const float Gravity = -10.0f;
    private const double StartX = WalkerGeometry.TerrainStep * WalkerGeometry.StartPad / 2;
    private const double StartY = WalkerGeometry.TerrainHeight + (2 * WalkerGeometry.LegHeight);

    /// <summary>Largest force that pushes the hull at the start, in newtons.</summary>
    private const double StartForce = 5;

    private const float HullFriction = 0.1f;
    private const float LegFriction = 0.2f;

    public static void Build(ref PhysicsWorld world, ref NumpyGenerator random, bool hasObstacles)
    {
        world.Clear(new Vec2(0.0f, Gravity));
        WalkerTerrain.Build(ref world, ref random, hasObstacles, out _);
        DrawClouds(ref random);
        AddHull(ref world);
        double force = random.Uniform(-StartForce, StartForce);
        world.Bodies[WalkerGeometry.Hull].ApplyForceToCentre(new Vec2((float)force, 0.0f));
        AddLeg(ref world, -1);
        AddLeg(ref world, +1);
    }

    /// <summary>Clouds are only drawn on pictures, but their numbers come out of the same generator.</summary>
    public static void DrawClouds(ref NumpyGenerator random)
    {
        const int Clouds = WalkerGeometry.TerrainPoints / 20;
        const int NumbersOfCloud = 1 + (5 * 2);
        for (int i = 0; i < Clouds * NumbersOfCloud; i++)
            _ = random.NextDouble();
    }

    private static void AddHull(ref PhysicsWorld world)
    {
        Surface surface = BodySurface(HullFriction, 5.0f);
        ReadOnlySpan<Vec2> corners = [Corner(-30, 9), Corner(6, 9), Corner(34, 1), Corner(34, -8), Corner(-30, -8)];
        var position = new Vec2((float)StartX, (float)StartY);
        SceneBuilder.AddBody(ref world, position, 0.0f, in surface, PolygonShape.CreateHull(corners));
    }

    private static Vec2 Corner(int x, int y) =>
        new((float)(x / WalkerGeometry.Scale), (float)(y / WalkerGeometry.Scale));

    private static Surface BodySurface(float friction, float density) => new()
    {
        Category = WalkerGeometry.BodyCategory,
        Mask = WalkerGeometry.GroundCategory,
        Friction = friction,
        Density = density,
    };

    /// <param name="world">The scene.</param>
    /// <param name="side">-1 for the first leg, +1 for the second.</param>
    private static void AddLeg(ref PhysicsWorld world, int side)
    {
        const double UpperY = StartY - (WalkerGeometry.LegHeight / 2) - WalkerGeometry.LegDown;
        const double LowerY = StartY - (WalkerGeometry.LegHeight * 3 / 2) - WalkerGeometry.LegDown;
        int upper = AddPart(ref world, UpperY, side, WalkerGeometry.LegWidth / 2);
        RevoluteJoint hip = JointOf(ref world, WalkerGeometry.Hull, upper, WalkerGeometry.LegDown);
        hip.MotorSpeed = side;
        hip.LowerAngle = (float)-0.8;
        hip.UpperAngle = (float)1.1;
        SceneBuilder.AddJoint(ref world, in hip);

        int lower = AddPart(ref world, LowerY, side, 0.8 * WalkerGeometry.LegWidth / 2);
        RevoluteJoint knee = JointOf(ref world, upper, lower, -WalkerGeometry.LegHeight / 2);
        knee.MotorSpeed = 1.0f;
        knee.LowerAngle = (float)-1.6;
        knee.UpperAngle = (float)-0.1;
        SceneBuilder.AddJoint(ref world, in knee);
    }

    private static int AddPart(ref PhysicsWorld world, double y, int side, double halfWidth)
    {
        Surface surface = BodySurface(LegFriction, 1.0f);
        var box = PolygonShape.CreateBox((float)halfWidth, (float)(WalkerGeometry.LegHeight / 2));
        var position = new Vec2((float)StartX, (float)y);
        return SceneBuilder.AddBody(ref world, position, (float)(side * 0.05), in surface, in box);
    }

    private static RevoluteJoint JointOf(ref PhysicsWorld world, int bodyA, int bodyB, double anchorY)
    {
        RevoluteJoint joint = default;
        joint.BodyA = (byte)bodyA;
        joint.BodyB = (byte)bodyB;
        joint.HasLimit = true;
        joint.HasMotor = true;
        joint.LocalAnchorA = new Vec2(0.0f, (float)anchorY);
        joint.LocalAnchorB = new Vec2(0.0f, (float)(WalkerGeometry.LegHeight / 2));

        // The Python binding, not Box2D, takes the angle at creation as the zero of the limits.
        joint.ReferenceAngle = world.Bodies[bodyB].Sweep.Angle - world.Bodies[bodyA].Sweep.Angle;
        joint.MaxMotorTorque = (float)WalkerDynamics.MotorTorque;
        return joint;
    }
}
