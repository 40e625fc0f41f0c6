using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Bodies;
using Gaia.Worlds.Physics.Geometry;

namespace Gaia.Worlds.Tests.Physics;

public sealed class PhysicsWorldTests
{
    private static readonly Vec2[] Flat = [new(-20, 0), new(20, 0)];

    [Fact]
    public void Step_FreeFall_IntegratesVelocityBeforePosition()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(0.0f, 9.0f), 1.0f, Flat);

        Scene.Step(ref world);

        ref RigidBody box = ref world.Bodies[Scene.Box];
        Assert.Equal(0.02f * -10.0f, box.Velocity.Y);
        Assert.Equal(9.0f + (0.02f * box.Velocity.Y), box.Origin.Y);
        Assert.Equal(0.0f, box.AngularVelocity);
    }

    [Fact]
    public void Step_RestingBox_CarriesItsWeightAndWarmStarts()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(0.0f, 1.01f), 1.0f, Flat);
        for (int i = 0; i < 10; i++)
            Scene.Step(ref world);

        ref var manifold = ref world.Contacts[0].Manifold;
        float weight = world.Bodies[Scene.Box].Mass * 10.0f * Scene.TimeStep;
        Assert.Equal(weight, manifold.Point0.NormalImpulse + manifold.Point1.NormalImpulse, weight * 1e-3f);

        // With the impulses remembered even a single iteration holds the box; without them it would sink first.
        world.Step(new StepSettings(Scene.TimeStep, 0, 0));
        Assert.InRange(world.Bodies[Scene.Box].Velocity.Y, -1e-3f, 1e-3f);
    }

    [Fact]
    public void Step_BoxAtRest_FallsAsleepAfterHalfASecondAndStaysPut()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(0.0f, 1.01f), 1.0f, Flat);
        int steps = 0;
        while (world.Bodies[Scene.Box].IsAwake && steps < 200)
        {
            Scene.Step(ref world);
            steps++;
        }

        Assert.InRange(steps, 25, 60);
        Vec2 before = world.Bodies[Scene.Box].Origin;
        Scene.Step(ref world);
        Assert.Equal(before, world.Bodies[Scene.Box].Origin);
        Assert.False(world.Bodies[Scene.Box].IsAwake);
    }

    [Fact]
    public void Step_SmallFastBox_DoesNotPassThroughGround()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(0.0f, 3.0f), 0.05f, Flat);
        world.Bodies[Scene.Box].Velocity = new Vec2(5.0f, -90.0f);
        for (int i = 0; i < 30; i++)
        {
            Scene.Step(ref world);
            Assert.True(world.Bodies[Scene.Box].Origin.Y > 0.0f, $"below the ground after step {i}");
        }

        Assert.True(world.Bodies[Scene.Box].HasTouched);
    }

    [Fact]
    public void Step_SlidingBox_SlowsByFriction()
    {
        PhysicsWorld world = Scene.WithBox(new Vec2(-10.0f, 1.01f), 1.0f, Flat);
        world.Bodies[Scene.Box].Velocity = new Vec2(3.0f, 0.0f);
        for (int i = 0; i < 20; i++)
            Scene.Step(ref world);

        // Friction 0.4 under gravity 10 takes 4 metres a second in each second.
        Assert.Equal(3.0f - (20 * Scene.TimeStep * 4.0f), world.Bodies[Scene.Box].Velocity.X, 0.15f);
    }
}
