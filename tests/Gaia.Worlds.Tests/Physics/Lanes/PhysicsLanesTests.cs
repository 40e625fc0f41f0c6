using Gaia.Core.Random;
using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.LunarLander;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Lanes;
using Gaia.Worlds.Tests.Golden;

namespace Gaia.Worlds.Tests.Physics.Lanes;

/// <summary>The lanes against the scalar form, over every byte of the states after every step.</summary>
public sealed class PhysicsLanesTests
{
    [Theory]
    [InlineData(1, 2500)]
    [InlineData(3, 1200)]
    [InlineData(8, 700)]
    public void Step_LanderEpisodesThatEndAnywhere_EqualScalarFormBitForBit(int groups, int steps) =>
        Compare<LunarLanderWorld, LunarLanderState>(groups, steps, Pilots.Choose);

    [Fact]
    public void Step_ContinuousLandersInWind_EqualScalarFormBitForBit() =>
        Compare<LunarLanderWorld<ContinuousControls, WindyAir>, LunarLanderState>(4, 600, Pilots.Throttle);

    [Fact]
    public void Step_Walkers_EqualScalarFormBitForBit() =>
        Compare<BipedalWalkerWorld, BipedalWalkerState>(3, 250, Pilots.Throw);

    [Fact]
    public void Step_WalkersOverObstacles_EqualScalarFormBitForBit() =>
        Compare<BipedalWalkerHardcoreWorld, BipedalWalkerState>(3, 250, Pilots.Throw);

    [RecordedFact("BipedalWalker-v3")]
    public void Step_RecordedGaits_EqualScalarFormToTheirEnd() =>
        CompareGaits<BipedalWalkerWorld, BipedalWalkerState>();

    [RecordedFact("BipedalWalkerHardcore-v3")]
    public void Step_RecordedGaitsOverObstacles_EqualScalarFormToTheirEnd() =>
        CompareGaits<BipedalWalkerHardcoreWorld, BipedalWalkerState>();

    [Fact]
    public void Step_OneSlotOfMany_EqualsScalarFormBitForBit()
    {
        const int Slot = 43;
        var lanes = new PhysicsLanes<LunarLanderWorld, LunarLanderState>(
            LunarLanderWorld.Info.DefaultArguments, groups: 8);
        var episode = new PairedEpisode<LunarLanderWorld, LunarLanderState>(lanes, Slot, Pilots.Choose);
        var running = new byte[lanes.Groups];
        running[Slot / WorldLanes.Width] = 1 << (Slot % WorldLanes.Width);
        for (uint seed = 0; seed < 12; seed++)
        {
            episode.Reset(seed);
            while (!episode.IsOver)
            {
                episode.Act();
                lanes.Step(running);
                episode.AssertSame();
            }
        }
    }

    /// <summary>Every recorded walk of the heuristic once, side by side, the next a few steps behind.</summary>
    private static void CompareGaits<TWorld, TState>()
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        GoldenEpisode[] gaits =
        [
            .. GoldenFolder.Episodes(TWorld.Info.Id)
                .Where(file => file.Contains("_heuristic", StringComparison.Ordinal)).Select(GoldenEpisode.Read),
        ];
        Assert.NotEmpty(gaits);
        var lanes = new PhysicsLanes<TWorld, TState>(
            TWorld.Info.DefaultArguments, (gaits.Length + WorldLanes.Width - 1) / WorldLanes.Width);
        var running = new byte[lanes.Groups];
        var pairs = new PairedEpisode<TWorld, TState>[gaits.Length];
        for (int slot = 0; slot < pairs.Length; slot++)
        {
            pairs[slot] = new PairedEpisode<TWorld, TState>(lanes, slot, Pilots.Repeat(gaits[slot].Actions));
            pairs[slot].Reset(gaits[slot].Seed);
        }

        for (int step = 0; !pairs.All(pair => pair.IsOver); step++)
        {
            Array.Clear(running);
            for (int slot = 0; slot < pairs.Length && slot * 3 <= step; slot++)
            {
                if (pairs[slot].IsOver)
                    continue;
                running[slot / WorldLanes.Width] |= (byte)(1 << (slot % WorldLanes.Width));
                pairs[slot].Act();
            }

            lanes.Step(running);
            for (int slot = 0; slot < pairs.Length; slot++)
            {
                if ((running[slot / WorldLanes.Width] >> (slot % WorldLanes.Width) & 1) != 0)
                    pairs[slot].AssertSame();
            }
        }

        Assert.Equal(gaits.Select(gait => gait.Steps), pairs.Select(pair => pair.Steps));
    }

    /// <summary>Slots are reset when their episode ends, and now and then one pauses.</summary>
    private static void Compare<TWorld, TState>(int groups, int steps, Pilot pilot)
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        var lanes = new PhysicsLanes<TWorld, TState>(TWorld.Info.DefaultArguments, groups);
        var running = new byte[groups];
        var pairs = new PairedEpisode<TWorld, TState>[lanes.Slots];
        uint seed = 0;
        for (int slot = 0; slot < pairs.Length; slot++)
        {
            pairs[slot] = new PairedEpisode<TWorld, TState>(lanes, slot, pilot);
            pairs[slot].Reset(seed++);
        }

        var pauses = NumpyGenerator.FromSeed(99);
        for (int step = 0; step < steps; step++)
        {
            Array.Clear(running);
            for (int slot = 0; slot < pairs.Length; slot++)
            {
                if (pairs[slot].IsOver)
                    pairs[slot].Reset(seed++);
                if (pauses.Integers(0, 16) == 0)
                    continue;
                running[slot / WorldLanes.Width] |= (byte)(1 << (slot % WorldLanes.Width));
                pairs[slot].Act();
            }

            lanes.Step(running);
            for (int slot = 0; slot < pairs.Length; slot++)
            {
                if ((running[slot / WorldLanes.Width] >> (slot % WorldLanes.Width) & 1) != 0)
                    pairs[slot].AssertSame();
            }
        }
    }
}
