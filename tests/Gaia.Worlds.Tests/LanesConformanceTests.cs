namespace Gaia.Worlds.Tests;

/// <summary>What holds for the SIMD form of every world of the catalog: it equals the scalar form to the bit.</summary>
public sealed class LanesConformanceTests
{
    private const int Steps = 300;

    public static TheoryData<string> Worlds() => [.. WorldCatalog.All.Select(info => info.Id)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Step_ManyEpisodes_EqualsScalarForm(string world)
    {
        WorldLanes lanes = Create(world);
        var slots = Enumerable.Range(0, lanes.Slots).Select(slot => new Slot(world, lanes, slot)).ToArray();
        for (int step = 0; step < Steps; step++)
        {
            var running = new byte[lanes.Groups];
            foreach (Slot slot in slots)
                slot.Prepare(step, running);
            lanes.Step(running);
            foreach (Slot slot in slots)
                slot.Check(running);
        }

        Assert.All(slots, slot => Assert.True(slot.Steps > 0));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Reset_SeveralSlotsAtOnce_StartsWhatEachAloneWould(string world)
    {
        WorldLanes together = Create(world);
        WorldLanes alone = Create(world);
        int[] slots = [.. Enumerable.Range(0, together.Slots).Where(slot => slot % 3 != 1).Reverse()];
        uint[] seeds = [.. slots.Select(slot => 7000 + (uint)slot)];
        var running = new byte[together.Groups];
        foreach (int slot in slots)
            running[slot / WorldLanes.Width] |= (byte)(1 << (slot % WorldLanes.Width));

        together.Reset(slots, seeds);
        for (int i = 0; i < slots.Length; i++)
            alone.Reset(slots[i], seeds[i]);

        AssertEqual(alone, together, slots);
        together.Step(running);
        alone.Step(running);
        AssertEqual(alone, together, slots);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Step_ManySteps_AllocatesNothing(string world)
    {
        WorldLanes lanes = Create(world);
        var running = new byte[lanes.Groups];
        running.AsSpan().Fill(byte.MaxValue);
        // The first times around, tables of constants are filled and code is compiled anew.
        long allocated = long.MaxValue;
        for (int round = 0; round < 4 && allocated != 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            RunOn(lanes, running, 1000);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }

    private static void AssertEqual(WorldLanes expected, WorldLanes actual, int[] slots)
    {
        var observation = new float[expected.Info.ObservationSize];
        var other = new float[expected.Info.ObservationSize];
        foreach (int slot in slots)
        {
            new LaneActions(expected).Observe(slot, observation);
            new LaneActions(actual).Observe(slot, other);
            Assert.Equal(observation, other);
        }
    }

    private static void RunOn(WorldLanes lanes, byte[] running, uint seed)
    {
        for (int slot = 0; slot < lanes.Slots; slot++)
            lanes.Reset(slot, seed + (uint)slot);
        lanes.Reset([0, 1], [seed, seed + 1]);
        for (int step = 0; step < 5; step++)
            lanes.Step(running);
    }

    private static WorldLanes Create(string world)
    {
        Assert.True(WorldCatalog.TryFind(world, out WorldInfo? info));
        return WorldCatalog.CreateLanes(world, info.DefaultArguments);
    }

    /// <summary>One slot and the scalar episode that it must equal; an ended one rests a while before the next.
    /// </summary>
    private sealed class Slot(string world, WorldLanes lanes, int slot)
    {
        private readonly IEpisodeForm _scalar = EpisodeForms.Scalar(world);
        private readonly LaneActions _actions = new(lanes);
        private readonly float[] _expected = new float[lanes.Info.ObservationSize];
        private readonly float[] _actual = new float[lanes.Info.ObservationSize];
        private WorldAction _action;
        private uint _seed = (uint)slot * 1000;
        private int _restSteps;
        private bool _isRunning;

        public int Steps { get; private set; }

        public void Prepare(int step, byte[] running)
        {
            if (!_isRunning && _restSteps-- > 0)
                return;
            if (!_isRunning)
            {
                _seed++;
                _scalar.Reset(_seed, _expected);
                lanes.Reset(slot, _seed);
                CompareObservation();
                _isRunning = true;
            }

            running[slot / WorldLanes.Width] |= (byte)(1 << (slot % WorldLanes.Width));
            _action = IrregularActions.At(lanes.Info, _seed, step);
            _actions.Act(slot, in _action);
        }

        public void Check(byte[] running)
        {
            int bit = 1 << (slot % WorldLanes.Width);
            if ((running[slot / WorldLanes.Width] & bit) == 0)
                return;
            Transition expected = _scalar.Step(in _action, _expected);
            bool terminated = (lanes.Terminated[slot / WorldLanes.Width] & bit) != 0;
            Assert.Equal(expected.Terminated, terminated);
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(expected.Reward), BitConverter.DoubleToInt64Bits(lanes.Rewards[slot]));
            CompareObservation();
            Steps++;
            _isRunning = !terminated;
            _restSteps = slot % 3;
        }

        private void CompareObservation()
        {
            _actions.Observe(slot, _actual);
            for (int i = 0; i < _actual.Length; i++)
            {
                Assert.Equal(
                    BitConverter.SingleToInt32Bits(_expected[i]), BitConverter.SingleToInt32Bits(_actual[i]));
            }
        }
    }
}
