using Gaia.Core.Random;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.BroadPhase;
using Gaia.Worlds.Physics.Geometry;

namespace Gaia.Worlds.Tests.Physics.BroadPhase;

public sealed class PairFinderTests
{
    [Fact]
    public void FindNewContacts_SeveralBodies_OrdersByPieceAndThenByBody()
    {
        PhysicsWorld world = Scene.WithBox(
            new Vec2(2.0f, 1.0f), 1.0f, new(-5, 0), new(0, 0), new(2, 0), new(3, 0), new(8, 0));
        Scene.AddBox(ref world, new Vec2(0.0f, 1.0f), 1.0f);

        PairFinder.FindNewContacts(ref world);

        (int, int)[] expected = [(0, 1), (1, 0), (1, 1), (2, 0), (3, 0)];
        Assert.Equal(expected, Pairs(ref world));
        Assert.False(world.HasMovedFixtures);
    }

    [Fact]
    public void FindNewContacts_OnlyRenewedBoxes_AreLookedAt()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(0.0f, 1.0f), 1.0f, new(-5, 0), new(5, 0));
        world.Fixtures[Scene.Box].Moved = false;

        PairFinder.FindNewContacts(ref world);

        Assert.Equal(0, world.ContactCount);
    }

    [Fact]
    public void Synchronize_FastBody_FattensAheadAndRestsWhileInside()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(0.0f, 9.0f), 1.0f, new(-5, 0), new(5, 0));
        PairFinder.FindNewContacts(ref world);
        Move(ref world, new Vec2(0.5f, -0.25f));

        Box fat = world.Fixtures[Scene.Box].FatBox;
        Assert.True(world.HasMovedFixtures);
        Assert.Equal(-1.11f, fat.Lower.X, 1e-5f);
        Assert.Equal(1.5f + 0.11f + 1.0f, fat.Upper.X, 1e-5f);
        Assert.Equal(8.75f - 1.11f - 0.5f, fat.Lower.Y, 1e-5f);

        PairFinder.FindNewContacts(ref world);
        Move(ref world, new Vec2(0.5f, -0.25f));
        Assert.False(world.HasMovedFixtures);
    }

    [Fact]
    public void FirstReaching_AnyPlace_IsTheFirstWhoseBoxEndsThere()
    {
        var random = NumpyGenerator.FromSeed(5);
        for (int scene = 0; scene < 40; scene++)
        {
            PhysicsWorld world = default;
            world.Clear(default);
            Surface surface = Scene.TerrainSurface;
            float x = -3.0f;
            for (int i = 0; i < 60; i++)
            {
                float end = x + (float)Math.Pow(random.NextDouble(), 3);
                SceneBuilder.AddEdge(ref world, 0, in surface, new Vec2(x, 0), new Vec2(end, 1));
                x = end;
            }

            Assert.Equal(1, world.Terrain.RunCount);
            for (int i = 0; i < 200; i++)
            {
                float at = (float)random.Uniform(-6, x + 3);
                int expected = 0;
                while (expected < 60 && world.Terrain.Pieces[expected].FatBox.Upper.X < at)
                    expected++;
                Assert.Equal(expected, world.Terrain.FirstReaching(0, at));
            }

            Assert.InRange(world.Terrain.FirstReaching(0, float.NaN), 0, 60);
            Assert.Equal(60, world.Terrain.FirstReaching(0, float.PositiveInfinity));
            Assert.Equal(0, world.Terrain.FirstReaching(0, float.NegativeInfinity));
        }
    }

    private static void Move(ref PhysicsWorld world, Vec2 way)
    {
        ref RigidBody box = ref world.Bodies[Scene.Box];
        box.Sweep.Centre0 = box.Sweep.Centre;
        box.Sweep.Centre += way;
        box.PlaceAtSweepEnd();
        PairFinder.Synchronize(ref world, Scene.Box);
    }

    private static (int Piece, int Body)[] Pairs(ref PhysicsWorld world)
    {
        var pairs = new (int, int)[world.ContactCount];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = (world.Contacts[i].Piece, world.Contacts[i].Body);
        return pairs;
    }
}
