using System.Text.Json;
using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;
using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Tests.BipedalWalker;

public sealed class WalkerSceneTests
{
    [Fact]
    public void Build_BodiesAndJoints_EqualThoseReadBackFromReference()
    {
        JsonElement expected = Constants();
        PhysicsWorld world = Scene(hasObstacles: false);

        AssertBody(ref world, WalkerGeometry.Hull, expected.GetProperty("hull"));
        for (int leg = 0; leg < 4; leg++)
            AssertBody(ref world, 1 + leg, expected.GetProperty("legs")[leg]);
        for (int i = 0; i < 4; i++)
        {
            JsonElement joint = expected.GetProperty("joints")[i];
            Assert.Equal(joint.GetProperty("lower").GetSingle(), world.Joints[i].LowerAngle);
            Assert.Equal(joint.GetProperty("upper").GetSingle(), world.Joints[i].UpperAngle);
            Assert.Equal(joint.GetProperty("motorEnabled").GetBoolean(), world.Joints[i].HasMotor);
            Assert.Equal(joint.GetProperty("limitEnabled").GetBoolean(), world.Joints[i].HasLimit);
        }
    }

    [Fact]
    public void Build_TerrainSurfaces_EqualThoseReadBackFromReference()
    {
        JsonElement expected = Constants();
        PhysicsWorld world = Scene(hasObstacles: true);

        Assert.NotEqual(0, world.Terrain.PolygonCount);
        for (int i = 0; i < world.Terrain.Count; i++)
        {
            ref TerrainPiece piece = ref world.Terrain.Pieces[i];
            bool isEdge = piece.Kind == ShapeKind.Edge;
            JsonElement surface = isEdge ? expected.GetProperty("edge") : expected.GetProperty("polygon")[0];
            Assert.Equal(surface.GetProperty("friction").GetSingle(), piece.Friction);
            Assert.Equal(surface.GetProperty("restitution").GetSingle(), piece.Restitution);
            Assert.Equal(surface.GetProperty("category").GetInt32(), piece.Category);
            Assert.Equal(surface.GetProperty("mask").GetInt32(), piece.Mask);
        }
    }

    [Fact]
    public void Build_ManySeeds_StaysWithinCapacityAndSortedRuns()
    {
        PhysicsWorld world = default;
        for (uint seed = 0; seed < 300; seed++)
        {
            var random = Gaia.Core.Random.NumpyGenerator.FromSeed(seed);
            WalkerScene.Build(ref world, ref random, hasObstacles: true);

            Assert.InRange(world.Terrain.PolygonCount, 10, Capacity.TerrainPolygons);
            Assert.Equal(2, world.Terrain.RunCount);
            Assert.Equal(0.0f, world.Joints[WalkerGeometry.FirstKnee].ReferenceAngle);
            Assert.Equal((float)-0.05, world.Joints[WalkerGeometry.FirstHip].ReferenceAngle);
        }
    }

    private static JsonElement Constants()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "golden", "constants.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.GetProperty("BipedalWalker").Clone();
    }

    private static PhysicsWorld Scene(bool hasObstacles)
    {
        PhysicsWorld world = default;
        var random = Gaia.Core.Random.NumpyGenerator.FromSeed(3);
        WalkerScene.Build(ref world, ref random, hasObstacles);
        return world;
    }

    private static void AssertBody(ref PhysicsWorld world, int index, JsonElement expected)
    {
        ref RigidBody body = ref world.Bodies[index];
        ref PolygonShape polygon = ref world.Polygons[index];
        ref Surface surface = ref world.Fixtures[index].Surface;
        Assert.Equal(expected.GetProperty("mass").GetSingle(), body.Mass);
        Assert.Equal(expected.GetProperty("inertia_about_com").GetSingle(), body.Inertia);
        JsonElement centre = expected.GetProperty("localCenter");
        Assert.Equal(new Vec2(centre[0].GetSingle(), centre[1].GetSingle()), body.Sweep.LocalCentre);
        JsonElement fixture = expected.GetProperty("fixtures")[0];
        Assert.Equal(fixture.GetProperty("density").GetSingle(), surface.Density);
        Assert.Equal(fixture.GetProperty("friction").GetSingle(), surface.Friction);
        Assert.Equal(fixture.GetProperty("category").GetInt32(), surface.Category);
        Assert.Equal(fixture.GetProperty("mask").GetInt32(), surface.Mask);
        JsonElement vertices = fixture.GetProperty("vertices");
        Assert.Equal(vertices.GetArrayLength(), polygon.Count);
        for (int i = 0; i < polygon.Count; i++)
            Assert.Equal(new Vec2(vertices[i][0].GetSingle(), vertices[i][1].GetSingle()), polygon.Vertices[i]);
    }
}
