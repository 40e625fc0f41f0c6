using Gaia.Core.Random;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.BroadPhase;
using Gaia.Worlds.Physics.ContinuousCollision;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;

namespace Gaia.Worlds.Tests.Physics.ContinuousCollision;

public sealed class SweepClearanceTests
{
    [Fact]
    public void IsClear_RandomSweeps_NeverDeniesAnImpact()
    {
        var random = NumpyGenerator.FromSeed(11);
        int clear = 0;
        int impacts = 0;
        for (int i = 0; i < 200_000; i++)
        {
            PhysicsWorld world = RandomScene(ref random, i);
            bool isClear = SweepClearance.IsClear(ref world, 0, Scene.Box);
            bool meets = TimeOfImpact.TryFind(ref world, 0, Scene.Box, out _);
            Assert.False(isClear && meets, $"scene {i} meets");
            clear += isClear ? 1 : 0;
            impacts += meets ? 1 : 0;
        }

        Assert.InRange(clear, 20_000, 180_000);
        Assert.InRange(impacts, 2_000, 180_000);
    }

    [Fact]
    public void IsClear_BodyRestingOnSlope_NeedsNoSearch()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(0.0f, 1.015f), 1.0f, new(-5, 0), new(5, 0));
        Sweep(ref world, new Vec2(0.01f, 0.0f), 0.0f);

        Assert.True(SweepClearance.IsClear(ref world, 0, Scene.Box));
        Sweep(ref world, new Vec2(0.0f, -0.02f), 0.0f);
        Assert.False(SweepClearance.IsClear(ref world, 0, Scene.Box));
    }

    /// <summary>A box that moves and turns near an edge or a block, often past it.</summary>
    private static PhysicsWorld RandomScene(ref NumpyGenerator random, int number)
    {
        PhysicsWorld world = default;
        world.Clear(default);
        int resting = SceneBuilder.AddRestingBody(ref world);
        Surface surface = Scene.TerrainSurface;
        var corner = new Vec2(Real(ref random, 90.0f), Real(ref random, 4.0f));
        if (number % 4 == 0)
        {
            Vec2 far = corner + new Vec2(0.4f, 0.3f + Real(ref random, 0.2f));
            var block = PolygonShape.CreateHull([corner, new(far.X, corner.Y), far, new(corner.X, far.Y)]);
            SceneBuilder.AddPolygon(ref world, resting, in surface, in block);
        }
        else
        {
            SceneBuilder.AddEdge(
                ref world, resting, in surface, corner, corner + new Vec2(0.47f, Real(ref random, 0.3f)));
        }

        float half = number % 2 == 0 ? 0.56f : 0.1f;
        Vec2 position = corner + new Vec2(0.2f + Real(ref random, 0.8f), Real(ref random, 0.9f));
        Scene.AddBox(ref world, position, half);
        float speed = number % 3 == 0 ? 0.5f : 0.02f;
        float turn = number % 5 == 0 ? 1.0f : 0.1f;
        Sweep(ref world, new Vec2(Real(ref random, speed), Real(ref random, speed)), Real(ref random, turn));
        return world;
    }

    private static float Real(ref NumpyGenerator random, float magnitude) =>
        (float)random.Uniform(-magnitude, magnitude);

    private static void Sweep(ref PhysicsWorld world, Vec2 way, float turn)
    {
        ref RigidBody box = ref world.Bodies[Scene.Box];
        box.Sweep.Centre0 = box.Sweep.Centre;
        box.Sweep.Angle0 = box.Sweep.Angle;
        box.Sweep.Centre += way;
        box.Sweep.Angle += turn;
        box.PlaceAtSweepEnd();
        PairFinder.Synchronize(ref world, Scene.Box);
    }
}
