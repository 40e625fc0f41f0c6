namespace Gaia.Worlds.Tests;

/// <summary>The forms of each world of the catalog, with every argument at its default.</summary>
internal static class EpisodeForms
{
    public static IEpisodeForm Scalar(string world) => WorldCatalog.Visit(world, new ScalarBinder());

    /// <summary>One slot of the SIMD form, while its neighbours in the group play other episodes.</summary>
    public static IEpisodeForm Lane(string world, int slot)
    {
        Assert.True(WorldCatalog.TryFind(world, out WorldInfo? info));
        return new LaneForm(WorldCatalog.CreateLanes(world, info.DefaultArguments), slot);
    }

    private sealed class ScalarBinder : IWorldVisitor<IEpisodeForm>
    {
        public IEpisodeForm Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged => new ScalarForm<TWorld, TState>();
    }

    private sealed class ScalarForm<TWorld, TState> : IEpisodeForm
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged
    {
        private TState _state;

        public WorldInfo Info => TWorld.Info;

        public void Reset(uint seed, Span<float> observation) =>
            TWorld.Reset(ref _state, seed, TWorld.Info.DefaultArguments, observation);

        public Transition Step(in WorldAction action, Span<float> observation) =>
            TWorld.Step(ref _state, in action, observation);
    }

    private sealed class LaneForm(WorldLanes lanes, int slot) : IEpisodeForm
    {
        private readonly LaneActions _actions = new(lanes);
        private readonly byte[] _running = new byte[lanes.Groups];
        private readonly int _neighbour = slot ^ 1;
        private uint _neighbourSeed;

        public WorldInfo Info => lanes.Info;

        public void Reset(uint seed, Span<float> observation)
        {
            _neighbourSeed = seed + 1;
            lanes.Reset(slot, seed);
            lanes.Reset(_neighbour, _neighbourSeed);
            _actions.Observe(slot, observation);
        }

        public Transition Step(in WorldAction action, Span<float> observation)
        {
            int group = slot / WorldLanes.Width;
            int lane = slot % WorldLanes.Width;
            _running[group] = (byte)((1 << lane) | (1 << (lane ^ 1)));
            _actions.Act(slot, in action);
            _actions.Act(_neighbour, default);
            lanes.Step(_running);
            if ((lanes.Terminated[group] >> (lane ^ 1) & 1) != 0)
                lanes.Reset(_neighbour, ++_neighbourSeed);
            _actions.Observe(slot, observation);
            return new Transition(lanes.Rewards[slot], (lanes.Terminated[group] >> lane & 1) != 0);
        }
    }
}
