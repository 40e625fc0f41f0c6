using Gaia.Worlds.Physics.Joints;
using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Physics;

/// <summary>Puts terrain, bodies and joints into a world, in the order that later decides bits.</summary>
/// <remarks>
/// All terrain comes before the first moving body: contacts are ordered by creation. A scene beyond
/// <see cref="Capacity"/> is a programmer's error: the array access throws.
/// </remarks>
internal static class SceneBuilder
{
    /// <returns>The index of a new resting body, at the origin and without pieces.</returns>
    public static int AddRestingBody(ref PhysicsWorld world)
    {
        int index = world.Terrain.BodyCount++;
        world.Terrain.StartFractions[index] = 0.0f;
        return index;
    }

    /// <summary>Adds an edge to a resting body.</summary>
    public static void AddEdge(ref PhysicsWorld world, int restingBody, in Surface surface, Vec2 start, Vec2 end)
    {
        TerrainPiece piece = PieceOf(restingBody, in surface);
        piece.Kind = ShapeKind.Edge;
        piece.Edge = EdgeShape.Between(start, end);
        world.Terrain.Add(in piece, piece.Edge.BoundingBox());
    }

    /// <summary>Adds a polygon to a resting body.</summary>
    public static void AddPolygon(
        ref PhysicsWorld world, int restingBody, in Surface surface, in PolygonShape polygon)
    {
        TerrainPiece piece = PieceOf(restingBody, in surface);
        piece.Kind = ShapeKind.Polygon;
        piece.Polygon = (byte)world.Terrain.PolygonCount++;
        world.Terrain.Polygons[piece.Polygon] = polygon;
        world.Terrain.Add(in piece, polygon.BoundingBox(Transform.Identity));
    }

    /// <summary>Adds a moving body with its one polygon.</summary>
    /// <param name="world">The scene.</param>
    /// <param name="position">Of its origin, in metres.</param>
    /// <param name="angle">In radians.</param>
    /// <param name="surface">Its mask excludes the categories of all other moving bodies.</param>
    /// <param name="polygon">In the body's frame.</param>
    /// <returns>The index of the body.</returns>
    public static int AddBody(
        ref PhysicsWorld world, Vec2 position, float angle, in Surface surface, in PolygonShape polygon)
    {
        int index = world.BodyCount++;
        ref RigidBody body = ref world.Bodies[index];
        body = default;
        body.IsAwake = true;
        body.Placement.Position = position;
        body.Placement.Rotation = Rotation.FromAngle(angle);
        body.Sweep.Centre0 = position;
        body.Sweep.Centre = position;
        body.Sweep.Angle0 = angle;
        body.Sweep.Angle = angle;

        world.Polygons[index] = polygon;
        ref Fixture fixture = ref world.Fixtures[index];
        fixture.Surface = surface;
        fixture.Moved = true;
        fixture.FatBox = polygon.BoundingBox(in body.Placement).Grown(PhysicsSettings.BoxMargin);
        world.HasMovedFixtures = true;
        SetMass(ref body, polygon.ComputeMass(surface.Density));
        fixture.Radius = polygon.RadiusAround(body.Sweep.LocalCentre);

        // The reference's first sweep begins at the centre of mass, not at the origin that the body was given.
        body.StartRotation = body.Placement.Rotation;
        var sweepStart = Transform.AroundCentre(body.Sweep.Centre, angle, body.Sweep.LocalCentre);
        Box startBox = polygon.BoundingBox(in sweepStart);
        fixture.Follow(in polygon, in body, in sweepStart, in startBox);
        fixture.EndBox = startBox;
        return index;
    }

    public static void AddJoint(ref PhysicsWorld world, in RevoluteJoint joint) =>
        world.Joints[world.JointCount++] = joint;

    private static TerrainPiece PieceOf(int restingBody, in Surface surface)
    {
        TerrainPiece piece = default;
        piece.Body = (byte)restingBody;
        piece.Category = surface.Category;
        piece.Mask = surface.Mask;
        piece.Friction = surface.Friction;
        piece.Restitution = surface.Restitution;
        return piece;
    }

    /// <summary>Takes the mass over and moves the centre of mass, in the reference's order of operations.</summary>
    private static void SetMass(ref RigidBody body, in MassProperties part)
    {
        body.Mass = part.Mass;
        Vec2 centre = part.Mass * part.Centre;
        body.InverseMass = 1.0f / body.Mass;
        centre = body.InverseMass * centre;
        body.Inertia = part.Inertia;
        body.Inertia -= body.Mass * Vec2.Dot(centre, centre);
        body.InverseInertia = 1.0f / body.Inertia;
        body.Sweep.LocalCentre = centre;
        body.Sweep.Centre = body.Placement * centre;
        body.Sweep.Centre0 = body.Sweep.Centre;
    }
}
