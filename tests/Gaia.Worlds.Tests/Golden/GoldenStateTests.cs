using System.Runtime.InteropServices;

namespace Gaia.Worlds.Tests.Golden;

/// <summary>The classic worlds record their internal float64 state at both ends of an episode.</summary>
public sealed class GoldenStateTests
{
    public static TheoryData<string> Worlds() =>
        ["Acrobot-v1", "CartPole-v1", "MountainCar-v0", "MountainCarContinuous-v0", "Pendulum-v1"];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Golden_ClassicStates_EqualRecordingAtBothEnds(string world)
    {
        foreach (string file in GoldenFolder.Worlds.Contains(world) ? GoldenFolder.Episodes(world) : [])
        {
            var episode = GoldenEpisode.Read(file);
            (double[] first, double[] last) = WorldCatalog.Visit(world, new StateReader(episode));
            Assert.Equal(GoldenEpisode.Doubles(episode.Init.GetProperty("state")), first);
            Assert.Equal(GoldenEpisode.Doubles(episode.Root.GetProperty("final_state64")), last);
        }
    }

    /// <summary>States of these worlds begin with what is recorded.</summary>
    private sealed class StateReader(GoldenEpisode episode) : IWorldVisitor<(double[] First, double[] Last)>
    {
        public (double[] First, double[] Last) Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged
        {
            int count = episode.Init.GetProperty("state").GetArrayLength();
            var observation = new float[TWorld.Info.ObservationSize];
            TState state = default;
            TWorld.Reset(ref state, episode.Seed, TWorld.Info.DefaultArguments, observation);
            double[] first = Read(ref state, count);
            foreach (WorldAction action in episode.Actions)
                TWorld.Step(ref state, in action, observation);
            return (first, Read(ref state, count));
        }

        private static double[] Read<TState>(ref TState state, int count)
            where TState : unmanaged =>
            MemoryMarshal.Cast<TState, double>(new Span<TState>(ref state))[..count].ToArray();
    }
}
