using System.Runtime.InteropServices;
using Gaia.Core.Random;
using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.LunarLander;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Tests.Golden;
using Gaia.Worlds.Tests.Physics.Lanes;

namespace Gaia.Worlds.Tests.Physics.Islands;

/// <summary>The whole state, impulses kept for the next step and all, must not tell the loop that leaves out repeating
/// iterations from the one that makes every one.</summary>
public sealed class VelocityLoopTests
{
    private const int MostSteps = 300;

    [Fact]
    public void Run_Landers_EqualsEveryIterationBitForBit() =>
        Compare<LunarLanderWorld, LunarLanderState>(episodes: 150, Pilots.Choose);

    [Fact]
    public void Run_ContinuousLanders_EqualsEveryIterationBitForBit() =>
        Compare<LunarLanderWorld<ContinuousControls, StillAir>, LunarLanderState>(episodes: 60, Pilots.Throttle);

    [Fact]
    public void Run_Walkers_EqualsEveryIterationBitForBit()
    {
        Compare<BipedalWalkerWorld, BipedalWalkerState>(episodes: 25, Pilots.Stride);
        Compare<BipedalWalkerWorld, BipedalWalkerState>(episodes: 15, Pilots.Throw);
    }

    [Fact]
    public void Run_WalkersOverObstacles_EqualsEveryIterationBitForBit()
    {
        Compare<BipedalWalkerHardcoreWorld, BipedalWalkerState>(episodes: 25, Pilots.Stride);
        Compare<BipedalWalkerHardcoreWorld, BipedalWalkerState>(episodes: 15, Pilots.Throw);
    }

    [RecordedFact("LunarLander-v3-continuous")]
    public void Run_RecordedContinuousLanders_EqualsEveryIterationToTheirEnd() =>
        CompareRecorded<LunarLanderWorld<ContinuousControls, StillAir>, LunarLanderState>();

    [RecordedFact("BipedalWalker-v3")]
    public void Run_RecordedWalkers_EqualsEveryIterationToTheirEnd() =>
        CompareRecorded<BipedalWalkerWorld, BipedalWalkerState>();

    [RecordedFact("BipedalWalkerHardcore-v3")]
    public void Run_RecordedWalkersOverObstacles_EqualsEveryIterationToTheirEnd() =>
        CompareRecorded<BipedalWalkerHardcoreWorld, BipedalWalkerState>();

    private static void Compare<TWorld, TState>(uint episodes, Pilot pilot)
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        for (uint seed = 0; seed < episodes; seed++)
            Play<TWorld, TState>(seed, MostSteps, pilot);
    }

    private static void CompareRecorded<TWorld, TState>()
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        GoldenEpisode[] recorded =
        [
            .. GoldenFolder.Episodes(TWorld.Info.Id)
                .Where(file => file.Contains("_heuristic", StringComparison.Ordinal)).Select(GoldenEpisode.Read),
        ];
        Assert.NotEmpty(recorded);
        foreach (GoldenEpisode episode in recorded)
        {
            int steps = Play<TWorld, TState>(episode.Seed, episode.Steps, Pilots.Repeat(episode.Actions));
            Assert.Equal(episode.Steps, steps);
        }
    }

    /// <returns>Steps until the episode ended, or all that it was given.</returns>
    private static int Play<TWorld, TState>(uint seed, int steps, Pilot pilot)
        where TWorld : struct, IPhysicsWorld<TState>
        where TState : unmanaged
    {
        StepSettings settings = TWorld.StepSettings with { MakesEveryPass = true };
        var random = NumpyGenerator.FromSeed(seed + 7_000_000u);
        var observation = new float[TWorld.Info.ObservationSize];
        var reference = new float[TWorld.Info.ObservationSize];
        TState quick = default;
        TWorld.Reset(ref quick, seed, TWorld.Info.DefaultArguments, observation);
        TState every = quick;
        for (int t = 0; t < steps; t++)
        {
            WorldAction action = pilot(seed, observation, ref random);
            Transition transition = TWorld.Step(ref quick, in action, observation);
            TWorld.BeginStep(ref every, in action);
            TWorld.Scene(ref every).Step(in settings);
            Assert.Equal(TWorld.EndStep(ref every, in action, reference), transition);
            AssertSame<TWorld, TState>(in every, in quick, seed, t);
            if (transition.Terminated)
                return t + 1;
        }

        return steps;
    }

    private static void AssertSame<TWorld, TState>(in TState every, in TState quick, uint seed, int step)
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged
    {
        ReadOnlySpan<byte> expected = MemoryMarshal.AsBytes(new ReadOnlySpan<TState>(in every));
        ReadOnlySpan<byte> actual = MemoryMarshal.AsBytes(new ReadOnlySpan<TState>(in quick));
        int same = expected.CommonPrefixLength(actual);
        Assert.True(
            same == expected.Length,
            $"{TWorld.Info.Id}, seed {seed}, step {step}: first difference at byte {same}");
    }
}
