using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics;

/// <summary>Puts bodies, fixtures and joints into a world, in the order that later decides bits.</summary>
/// <remarks>A scene beyond <see cref="Capacity"/> is a programmer's error: the array access throws.</remarks>
internal static class SceneBuilder
{
    /// <returns>The index of a new body without fixtures.</returns>
    public static int AddBody(ref PhysicsWorld world, bool isDynamic, Vec2 position, float angle)
    {
        int index = world.BodyCount++;
        ref RigidBody body = ref world.Bodies[index];
        body = default;
        body.IsDynamic = isDynamic;
        body.IsAwake = true;
        body.Placement.Position = position;
        body.Placement.Rotation = Rotation.FromAngle(angle);
        body.Sweep.Centre0 = position;
        body.Sweep.Centre = position;
        body.Sweep.Angle0 = angle;
        body.Sweep.Angle = angle;
        return index;
    }

    public static void AddEdge(ref PhysicsWorld world, in Fixture surface, Vec2 start, Vec2 end)
    {
        int shape = world.EdgeCount++;
        world.Edges[shape].Start = start;
        world.Edges[shape].End = end;
        AddFixture(ref world, in surface, ShapeKind.Edge, shape);
    }

    public static void AddPolygon(ref PhysicsWorld world, in Fixture surface, in PolygonShape polygon)
    {
        int shape = world.PolygonCount++;
        world.Polygons[shape] = polygon;
        AddFixture(ref world, in surface, ShapeKind.Polygon, shape);
        if (surface.Density > 0.0f)
            ResetMass(ref world, surface.Body);
    }

    public static void AddJoint(ref PhysicsWorld world, in RevoluteJoint joint) =>
        world.Joints[world.JointCount++] = joint;

    private static void AddFixture(ref PhysicsWorld world, in Fixture surface, ShapeKind kind, int shape)
    {
        ref Fixture fixture = ref world.Fixtures[world.FixtureCount++];
        fixture = surface;
        fixture.Kind = kind;
        fixture.Shape = (byte)shape;
        fixture.Moved = true;
        fixture.FatBox = world.BoundingBox(in fixture, in world.Bodies[surface.Body].Placement)
            .Grown(PhysicsSettings.BoxMargin);
        world.HasMovedFixtures = true;
    }

    /// <summary>Sums the fixtures of a dynamic body, newest first, and moves its centre of mass.</summary>
    private static void ResetMass(ref PhysicsWorld world, int bodyIndex)
    {
        ref RigidBody body = ref world.Bodies[bodyIndex];
        if (!body.IsDynamic)
            return;
        body.Mass = 0.0f;
        body.Inertia = 0.0f;
        var centre = new Vec2(0.0f, 0.0f);
        for (int i = world.FixtureCount - 1; i >= 0; i--)
        {
            ref Fixture fixture = ref world.Fixtures[i];
            if (fixture.Body != bodyIndex || fixture.Kind != ShapeKind.Polygon)
                continue;
            MassProperties part = world.Polygons[fixture.Shape].ComputeMass(fixture.Density);
            body.Mass += part.Mass;
            centre += part.Mass * part.Centre;
            body.Inertia += part.Inertia;
        }

        body.InverseMass = 1.0f / body.Mass;
        centre = body.InverseMass * centre;
        body.Inertia -= body.Mass * Vec2.Dot(centre, centre);
        body.InverseInertia = 1.0f / body.Inertia;
        body.Sweep.LocalCentre = centre;
        body.Sweep.Centre = body.Placement * centre;
        body.Sweep.Centre0 = body.Sweep.Centre;
    }
}
