using System.Numerics;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>The iterations over velocities of many islands at once: <see cref="VelocityLoop"/> in lanes.</summary>
/// <remarks>
/// Eight islands lie in the lanes of a group. A group's iteration is a chain of operations that wait for each other, so
/// two groups take turns at each joint and fill each other's gaps. A lane whose island is done takes the next that
/// waits. The results are the scalar form's, bit for bit.
/// </remarks>
internal sealed class LaneVelocitySolver
{
    private const int GroupCount = 2;

    private readonly Island[] _islands;
    private readonly int _iterations;
    private readonly IslandShape[] _shapes;
    private readonly WaitingIslands _waiting;
    private readonly PointImpulseReplay _replay;
    private LaneGroup _group0;
    private LaneGroup _group1;

    /// <param name="islands">One for every slot.</param>
    /// <param name="shapes">Their shapes.</param>
    /// <param name="iterations">How many there are in a step.</param>
    public LaneVelocitySolver(Island[] islands, IslandShape[] shapes, int iterations)
    {
        _islands = islands;
        _shapes = shapes;
        _iterations = iterations;
        _waiting = new WaitingIslands(islands.Length);
        _replay = new PointImpulseReplay(islands);
        var memory = new AlignedMemory<LaneIslands>(GroupCount);
        _group0 = new LaneGroup(memory, 0);
        _group1 = new LaneGroup(memory, 1);
    }

    /// <summary>Takes a slot's island, which Run will solve.</summary>
    public void Add(int slot)
    {
        ref Island island = ref _islands[slot];
        bool fits = _iterations % LaneIslands.BlockIterations == 0 && _iterations > 0;
        if (!fits || !_waiting.TryAdd(slot, ref island, in _shapes[slot]))
            VelocityLoop.RunUntilRepeat(ref island, _iterations);
    }

    /// <summary>Solves all islands taken.</summary>
    public void Run()
    {
        Fill(_group0);
        Fill(_group1);
        ref readonly IslandShape shape = ref _waiting.Shape;
        while (_group0.Slots.Running != 0)
        {
            RunBlock(in shape);
            Harvest(_group0, in shape);
            Harvest(_group1, in shape);
            if (_group0.Slots.Running == 0)
                (_group0, _group1) = (_group1, _group0);
        }

        _replay.Finish();
    }

    private void Fill(LaneGroup group)
    {
        for (uint lanes = group.Slots.Free; lanes != 0 && _waiting.TryTake(out int slot); lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            group.Load(lane, slot, _iterations, ref _islands[slot], in _shapes[slot]);
        }
    }

    private void RunBlock(in IslandShape shape)
    {
        ref LaneIslands islands0 = ref _group0.Islands;
        ref LaneIslands islands1 = ref _group1.Islands;
        islands0.TakeSnapshot(in shape, _group0.Places);
        islands1.TakeSnapshot(in shape, _group1.Places);
        bool both = _group1.Slots.Running != 0;
        for (int phase = 0; phase < LaneIslands.BlockIterations; phase++)
        {
            for (int i = 0; i < shape.JointCount; i++)
            {
                int a = shape.BodyA(i);
                int b = shape.BodyB(i);
                bool hasMotor = shape.HasMotor(i);
                islands0.Joints[i].Solve(ref islands0.Bodies[a], ref islands0.Bodies[b], hasMotor, phase);
                if (both)
                    islands1.Joints[i].Solve(ref islands1.Bodies[a], ref islands1.Bodies[b], hasMotor, phase);
            }

            islands0.SolveContacts(_group0.Places);
            if (both)
                islands1.SolveContacts(_group1.Places);
        }
    }

    /// <summary>Takes out what is done and fills the lanes anew.</summary>
    private void Harvest(LaneGroup group, in IslandShape shape)
    {
        uint done = group.CountBlock(in shape);
        for (uint lanes = done; lanes != 0; lanes &= lanes - 1)
            Store(group, BitOperations.TrailingZeroCount(lanes));
        if (done != 0)
            Fill(group);
    }

    private void Store(LaneGroup group, int lane)
    {
        int slot = group.Slots.SlotOf(lane);
        ref Island island = ref _islands[slot];
        if (!group.TryStore(lane, ref island, in _shapes[slot]))
        {
            // What leaves a lane's numbers as they are does not where they are infinite.
            VelocityLoop.RunUntilRepeat(ref island, _iterations);
            return;
        }

        int cycles = group.Slots.LeftOf(lane) / LaneIslands.BlockIterations;
        if (cycles == 0)
            return;
        for (int i = 0; i < island.JointCount; i++)
            _replay.Add(slot, i, cycles, in group.Islands.Joints[i], lane);
    }
}
