using System.Text.Json;
using Gaia.Worlds.LunarLander;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;

namespace Gaia.Worlds.Tests.Physics.Shapes;

public sealed class PolygonShapeTests
{
    [Theory]
    [InlineData("lander", LanderGeometry.Hull)]
    [InlineData("leg0", LanderGeometry.LeftLeg)]
    [InlineData("leg1", LanderGeometry.RightLeg)]
    public void CreateHull_LanderParts_EqualBodiesReadBackFromReference(string name, int index)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "golden", "constants.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        JsonElement expected = document.RootElement.GetProperty("LunarLander-v3").GetProperty(name);
        LunarLanderState state = default;
        LunarLanderWorld.Reset(ref state, 3, LunarLanderWorld.Info.DefaultArguments, new float[8]);
        ref RigidBody body = ref state.World.Bodies[index];
        ref PolygonShape polygon = ref state.World.Polygons[index];

        Assert.Equal(expected.GetProperty("mass").GetSingle(), body.Mass);
        Assert.Equal(expected.GetProperty("inertia_about_com").GetSingle(), body.Inertia);
        JsonElement centre = expected.GetProperty("localCenter");
        Assert.Equal(new Vec2(centre[0].GetSingle(), centre[1].GetSingle()), body.Sweep.LocalCentre);
        JsonElement vertices = expected.GetProperty("fixtures")[0].GetProperty("vertices");
        Assert.Equal(vertices.GetArrayLength(), polygon.Count);
        for (int i = 0; i < polygon.Count; i++)
            Assert.Equal(new Vec2(vertices[i][0].GetSingle(), vertices[i][1].GetSingle()), polygon.Vertices[i]);
    }

    [Fact]
    public void CreateHull_PointsInsideAndOnSides_DropsThem()
    {
        var hull = PolygonShape.CreateHull(
        [
            new Vec2(0, 0), new Vec2(1, 1), new Vec2(2, 0), new Vec2(1, 0), new Vec2(2, 2), new Vec2(0, 2),
        ]);

        Assert.Equal(4, hull.Count);
        Assert.Equal(new Vec2(2, 0), hull.Vertices[0]);
        Assert.Equal(new Vec2(2, 2), hull.Vertices[1]);
        Assert.Equal(new Vec2(0, 2), hull.Vertices[2]);
        Assert.Equal(new Vec2(0, 0), hull.Vertices[3]);
        Assert.Equal(new Vec2(1, 1), hull.Centroid);
        Assert.Equal(new Vec2(1, 0), hull.Normals[0]);
    }

    [Fact]
    public void ComputeMass_Box_IsByHand()
    {
        MassProperties mass = PolygonShape.CreateBox(1.0f, 0.5f).ComputeMass(3.0f);

        Assert.Equal(6.0f, mass.Mass, 1e-5f);
        Assert.Equal(6.0f * (4.0f + 1.0f) / 12.0f, mass.Inertia, 1e-5f);
        Assert.Equal(new Vec2(0, 0), mass.Centre);
    }
}
