using System.Runtime.InteropServices;
using Gaia.Worlds.LunarLander;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Islands;
using Gaia.Worlds.Physics.Lanes;

namespace Gaia.Worlds.Tests.Physics.Lanes;

/// <summary>Islands that lanes take and islands that they cannot, side by side.</summary>
public sealed class LaneSolverTests
{
    private static readonly StepSettings Usual = new(Scene.TimeStep, 180, 60);

    [Fact]
    public void Run_BodyOnMoreEdgesThanLanesHold_EqualsScalarForm()
    {
        PhysicsWorld wide = OnSteps(edges: IslandShape.MaxRanks + 2);
        PhysicsWorld narrow = OnSteps(edges: IslandShape.MaxRanks - 1);

        Assert.False(IsTaken(wide));
        Assert.True(IsTaken(narrow));
        AssertEqualsScalar([wide, narrow, wide, narrow, narrow], Usual, steps: 40);
    }

    [Fact]
    public void Run_BodyOnAsManyEdgesAsLanesHold_EqualsScalarForm()
    {
        PhysicsWorld full = OnSteps(IslandShape.MaxRanks);

        Assert.True(IsTaken(full));
        AssertEqualsScalar([full, OnSteps(1), full, OnSteps(2)], Usual, steps: 40);
    }

    [Fact]
    public void Run_IslandsOfTwoShapes_EqualScalarForm() => AssertEqualsScalar(
        [Lander(1), OnSteps(2), Lander(2), OnSteps(1), Lander(3), OnSteps(2)], Usual, steps: 60);

    /// <summary>What is no number stays in its lane.</summary>
    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NaN)]
    [InlineData(3e38f)]
    public void Run_VelocityWithoutBounds_EqualsScalarFormAndLeavesOthersAlone(float velocity)
    {
        PhysicsWorld broken = Lander(4);
        broken.Bodies[LanderGeometry.Hull].Velocity.X = velocity;
        PhysicsWorld brokenOnGround = OnSteps(2);
        brokenOnGround.Bodies[0].Velocity.X = velocity;

        AssertEqualsScalar([Lander(5), broken, Lander(6), Lander(7)], Usual, steps: 5);
        AssertEqualsScalar([OnSteps(2), brokenOnGround, OnSteps(1)], Usual, steps: 5);
    }

    /// <summary>Lanes run blocks of iterations; other counts are the scalar form's.</summary>
    [Theory]
    [InlineData(7, 60)]
    [InlineData(4, 1)]
    [InlineData(12, 0)]
    [InlineData(0, 3)]
    public void Run_AnyNumberOfIterations_EqualsScalarForm(int velocityIterations, int positionIterations) =>
        AssertEqualsScalar(
            [Lander(8), OnSteps(2), Lander(9)],
            new StepSettings(Scene.TimeStep, velocityIterations, positionIterations),
            steps: 20);

    [Fact]
    public void Run_SleepingScene_LeavesItAsleep()
    {
        PhysicsWorld asleep = Lander(10);
        for (int i = 0; i < asleep.BodyCount; i++)
            asleep.Bodies[i].FallAsleep();

        AssertEqualsScalar([asleep, Lander(11)], Usual, steps: 3);
    }

    private static PhysicsWorld Lander(uint seed)
    {
        LunarLanderState state = default;
        LunarLanderWorld.Reset(ref state, seed, LunarLanderWorld.Info.DefaultArguments, new float[8]);
        return state.World;
    }

    /// <summary>A box that sinks a little into a row of edges, each of which touches it.</summary>
    private static PhysicsWorld OnSteps(int edges)
    {
        const float HalfSide = 1.0f;
        var ground = new Vec2[edges + 1];
        for (int i = 0; i <= edges; i++)
            ground[i] = new Vec2((1.8f * i / edges) - 0.9f, 0.0f);
        return Scene.WithBox(new Vec2(0.0f, HalfSide + 0.01f), HalfSide, ground);
    }

    private static bool IsTaken(PhysicsWorld world)
    {
        var island = new Island[1];
        Scene.Step(ref world);
        world.BeginStep(ref island[0], Usual);
        IslandShape shape = default;
        return shape.TryRead(ref island[0]);
    }

    private static void AssertEqualsScalar(PhysicsWorld[] worlds, StepSettings step, int steps)
    {
        PhysicsWorld[] expected = [.. worlds];
        var islands = new Island[worlds.Length];
        var solver = new LaneSolver(islands, in step);
        for (int t = 0; t < steps; t++)
        {
            for (int i = 0; i < worlds.Length; i++)
            {
                worlds[i].BeginStep(ref islands[i], in step);
                solver.Add(i);
            }

            solver.Run();
            for (int i = 0; i < worlds.Length; i++)
            {
                worlds[i].EndStep(ref islands[i], in step);
                expected[i].Step(in step);
                AssertSame(in expected[i], in worlds[i], i, t);
            }
        }
    }

    private static void AssertSame(in PhysicsWorld expected, in PhysicsWorld actual, int world, int step)
    {
        ReadOnlySpan<byte> first = MemoryMarshal.AsBytes(new ReadOnlySpan<PhysicsWorld>(in expected));
        ReadOnlySpan<byte> second = MemoryMarshal.AsBytes(new ReadOnlySpan<PhysicsWorld>(in actual));
        int same = first.CommonPrefixLength(second);
        Assert.True(same == first.Length, $"scene {world}, step {step}: first difference at byte {same}");
    }
}
