using Gaia.Core.Random;
using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.RayCasts;
using Gaia.Worlds.Physics.Shapes;
using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Tests.Physics.RayCasts;

public sealed class RayCasterTests
{
    [Fact]
    public void Nearest_DownOnEdge_IsShareOfTheWay()
    {
        PhysicsWorld world = Terrain(new Vec2(-5, 1), new Vec2(5, 1));

        Assert.Equal(0.5f, Cast(ref world, new Vec2(0, 3), new Vec2(0, -1)));
        Assert.Equal(0.25f, Cast(ref world, new Vec2(-1, 0), new Vec2(3, 4)));
    }

    [Fact]
    public void Nearest_BesideAboveOrAlong_IsOne()
    {
        PhysicsWorld world = Terrain(new Vec2(-5, 1), new Vec2(5, 1));

        Assert.Equal(1.0f, Cast(ref world, new Vec2(6, 3), new Vec2(6, -1)));
        Assert.Equal(1.0f, Cast(ref world, new Vec2(0, 3), new Vec2(0, 1.01f)));
        Assert.Equal(1.0f, Cast(ref world, new Vec2(-6, 1), new Vec2(6, 1)));
    }

    [Fact]
    public void Nearest_BoxInFrontOfEdge_IsTheBox()
    {
        PhysicsWorld world = Terrain(new Vec2(-5, 0), new Vec2(5, 0));
        AddBox(ref world, 1.0f, 2.0f, 0.0f, 1.0f);

        Assert.Equal(0.75f, Cast(ref world, new Vec2(1.5f, 4), new Vec2(1.5f, 0)));
        Assert.Equal(0.5f, Cast(ref world, new Vec2(0, 0.5f), new Vec2(2, 0.5f)));
        Assert.Equal(0.5f, Cast(ref world, new Vec2(3, 0.5f), new Vec2(1, 0.5f)));
    }

    [Fact]
    public void Nearest_FromInsideABox_LooksThroughIt()
    {
        PhysicsWorld world = Terrain(new Vec2(-5, -4), new Vec2(5, -4));
        AddBox(ref world, -1.0f, 1.0f, -1.0f, 1.0f);

        Assert.Equal(1.0f, Cast(ref world, default, new Vec2(0, 3)));
        Assert.Equal(0.5f, Cast(ref world, default, new Vec2(0, -8)));
    }

    [Fact]
    public void Nearest_OtherCategory_IsLookedThrough()
    {
        PhysicsWorld world = Terrain(new Vec2(-5, 1), new Vec2(5, 1));

        Assert.Equal(1.0f, RayCaster.Nearest(ref world.Terrain, new Vec2(0, 3), new Vec2(0, -1), 2));
    }

    [Fact]
    public void Nearest_RandomRaysOverObstacles_EqualsTheLeastOverAllPieces()
    {
        PhysicsWorld world = default;
        var random = NumpyGenerator.FromSeed(7);
        WalkerScene.Build(ref world, ref random, hasObstacles: true);
        int hits = 0;
        for (int i = 0; i < 20_000; i++)
        {
            var start = new Vec2((float)random.Uniform(-3, 97), (float)random.Uniform(0, 9));
            Vec2 end = start + new Vec2((float)random.Uniform(-6, 6), (float)random.Uniform(-6, 6));
            float nearest = Cast(ref world, start, end);

            Assert.Equal(LeastOfAll(ref world, start, end), nearest);
            hits += nearest < 1.0f ? 1 : 0;
        }

        Assert.InRange(hits, 5_000, 15_000);
    }

    /// <summary>Every piece asked by itself, in a terrain of one.</summary>
    private static float LeastOfAll(ref PhysicsWorld world, Vec2 start, Vec2 end)
    {
        float least = 1.0f;
        TerrainPieces one = default;
        for (int i = 0; i < world.Terrain.Count; i++)
        {
            one.Clear();
            TerrainPiece piece = world.Terrain.Pieces[i];
            Box everywhere = piece.FatBox.Grown(1000.0f);
            if (piece.Kind == ShapeKind.Polygon)
                one.Polygons[0] = world.Terrain.Polygons[piece.Polygon];
            piece.Polygon = 0;
            one.Add(in piece, in everywhere);
            least = MathF.Min(least, RayCaster.Nearest(ref one, start, end, 1));
        }

        return least;
    }

    private static float Cast(ref PhysicsWorld world, Vec2 start, Vec2 end) =>
        RayCaster.Nearest(ref world.Terrain, start, end, 1);

    private static PhysicsWorld Terrain(Vec2 start, Vec2 end)
    {
        PhysicsWorld world = default;
        world.Clear(default);
        Surface surface = Scene.TerrainSurface;
        SceneBuilder.AddEdge(ref world, SceneBuilder.AddRestingBody(ref world), in surface, start, end);
        return world;
    }

    private static void AddBox(ref PhysicsWorld world, float left, float right, float bottom, float top)
    {
        Surface surface = Scene.TerrainSurface;
        var box = PolygonShape.CreateHull([new(left, bottom), new(right, bottom), new(right, top), new(left, top)]);
        SceneBuilder.AddPolygon(ref world, SceneBuilder.AddRestingBody(ref world), in surface, in box);
    }
}
