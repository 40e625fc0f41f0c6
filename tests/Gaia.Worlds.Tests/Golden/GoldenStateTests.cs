using System.Runtime.InteropServices;
using Gaia.Worlds.Acrobot;
using Gaia.Worlds.CartPole;
using Gaia.Worlds.Lanes;
using Gaia.Worlds.MountainCar;
using Gaia.Worlds.Pendulum;

namespace Gaia.Worlds.Tests.Golden;

/// <summary>The classic worlds record their internal float64 state at both ends of an episode. States of these worlds
/// begin with what is recorded.</summary>
public sealed class GoldenStateTests
{
    private const string Acrobot = "Acrobot-v1";
    private const string CartPole = "CartPole-v1";
    private const string Car = "MountainCar-v0";
    private const string ContinuousCar = "MountainCarContinuous-v0";
    private const string Pendulum = "Pendulum-v1";

    [RecordedTheory(Acrobot, CartPole, Car, ContinuousCar, Pendulum)]
    [InlineData(Acrobot)]
    [InlineData(CartPole)]
    [InlineData(Car)]
    [InlineData(ContinuousCar)]
    [InlineData(Pendulum)]
    public void Golden_ClassicStates_EqualRecordingAtBothEnds(string world) =>
        AssertEnds(world, episode => WorldCatalog.Visit(world, new ScalarReader(episode)));

    [RecordedTheory(Acrobot, CartPole, Car, ContinuousCar, Pendulum)]
    [InlineData(Acrobot)]
    [InlineData(CartPole)]
    [InlineData(Car)]
    [InlineData(ContinuousCar)]
    [InlineData(Pendulum)]
    public void Golden_ClassicStatesInALane_EqualRecordingAtBothEnds(string world) => AssertEnds(world, world switch
    {
        Acrobot => PlayInALane<AcrobotDynamics<Reals, Truths>, AcrobotState<Reals>>,
        CartPole => PlayInALane<CartPoleDynamics<Reals, Truths>, CartPoleState<Reals>>,
        Car => PlayInALane<MountainCarDynamics<Reals, Truths>, MountainCarState<Reals>>,
        ContinuousCar => PlayInALane<ContinuousMountainCarDynamics<Reals, Truths>, ContinuousMountainCarState<Reals>>,
        _ => PlayInALane<PendulumDynamics<Reals, Truths>, PendulumState<Reals>>,
    });

    private static void AssertEnds(string world, Func<GoldenEpisode, (double[] First, double[] Last)> play)
    {
        IReadOnlyList<string> files = GoldenFolder.Episodes(world);
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            var episode = GoldenEpisode.Read(file);
            (double[] first, double[] last) = play(episode);
            double[] recordedLast = GoldenEpisode.Doubles(episode.Root.GetProperty("final_state64"));
            AssertSame(episode, "init.state", GoldenEpisode.Doubles(episode.Init.GetProperty("state")), first);
            AssertSame(episode, "final_state64", recordedLast, last);
        }
    }

    private static void AssertSame(GoldenEpisode episode, string field, double[] recorded, double[] actual)
    {
        Assert.NotEmpty(recorded);
        for (int i = 0; i < recorded.Length; i++)
        {
            Assert.True(
                BitConverter.DoubleToInt64Bits(recorded[i]) == BitConverter.DoubleToInt64Bits(actual[i]),
                $"{episode.Name} {field}[{i}]: {actual[i]:R}, recorded {recorded[i]:R}");
        }
    }

    /// <summary>Plays an episode in one lane while its neighbours play others.</summary>
    private static (double[] First, double[] Last) PlayInALane<TDynamics, TState>(GoldenEpisode episode)
        where TDynamics : struct, IDynamics<TState, Reals, Truths>
        where TState : unmanaged
    {
        var lanes = new DynamicsLanes<TDynamics, TState>(TDynamics.Info.DefaultArguments, groups: 1);
        var actions = new LaneActions(lanes);
        int slot = (int)(episode.Seed % WorldLanes.Width);
        for (int other = 0; other < WorldLanes.Width; other++)
            lanes.Reset(other, episode.Seed + (uint)(other ^ slot));
        double[] first = Column(in lanes.StatesOf(0), slot);
        foreach (WorldAction action in episode.Actions)
        {
            actions.Act(slot, in action);
            lanes.Step([byte.MaxValue]);
        }

        return (first, Column(in lanes.StatesOf(0), slot));
    }

    private static double[] Column<TState>(in TState states, int lane)
        where TState : unmanaged
    {
        ReadOnlySpan<double> rows = MemoryMarshal.Cast<TState, double>(new ReadOnlySpan<TState>(in states));
        var column = new double[rows.Length / WorldLanes.Width];
        for (int i = 0; i < column.Length; i++)
            column[i] = rows[(i * WorldLanes.Width) + lane];
        return column;
    }

    private sealed class ScalarReader(GoldenEpisode episode) : IWorldVisitor<(double[] First, double[] Last)>
    {
        public (double[] First, double[] Last) Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged
        {
            var observation = new float[TWorld.Info.ObservationSize];
            TState state = default;
            TWorld.Reset(ref state, episode.Seed, TWorld.Info.DefaultArguments, observation);
            double[] first = Read(ref state);
            foreach (WorldAction action in episode.Actions)
                TWorld.Step(ref state, in action, observation);
            return (first, Read(ref state));
        }

        private static double[] Read<TState>(ref TState state)
            where TState : unmanaged =>
            MemoryMarshal.Cast<TState, double>(new Span<TState>(ref state)).ToArray();
    }
}
