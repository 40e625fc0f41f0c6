using System.Numerics;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>The iterations over positions of many islands at once: <see cref="PositionLoop"/> in lanes.</summary>
/// <remarks>As <see cref="LaneVelocitySolver"/>; an island leaves its lane when its positions are solved.</remarks>
internal sealed class LanePositionSolver
{
    private readonly Island[] _islands;
    private readonly IslandShape[] _shapes;
    private readonly int _iterations;
    private readonly WaitingIslands _waiting;
    private PositionGroup _group0;
    private PositionGroup _group1;

    /// <param name="islands">One for every slot.</param>
    /// <param name="shapes">Their shapes.</param>
    /// <param name="iterations">How many there are in a step at most.</param>
    public LanePositionSolver(Island[] islands, IslandShape[] shapes, int iterations)
    {
        _islands = islands;
        _shapes = shapes;
        _iterations = iterations;
        _waiting = new WaitingIslands(islands.Length);
        var memory = new AlignedMemory<PositionIslands>(2);
        _group0 = new PositionGroup(memory, 0);
        _group1 = new PositionGroup(memory, 1);
    }

    /// <summary>Takes a slot's island, which Run will solve.</summary>
    public void Add(int slot)
    {
        ref Island island = ref _islands[slot];
        if (_iterations == 0 || !_waiting.TryAdd(slot, ref island, in _shapes[slot]))
            PositionLoop.Run(ref island, _iterations);
    }

    /// <summary>Solves all islands taken.</summary>
    public void Run()
    {
        Fill(_group0);
        Fill(_group1);
        ref readonly IslandShape shape = ref _waiting.Shape;
        while (_group0.Slots.Running != 0)
        {
            Iterate(in shape);
            if (_group0.Slots.Running == 0)
                (_group0, _group1) = (_group1, _group0);
        }
    }

    private void Fill(PositionGroup group)
    {
        for (uint lanes = group.Slots.Free; lanes != 0 && _waiting.TryTake(out int slot); lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            group.Load(lane, slot, _iterations, ref _islands[slot], in _shapes[slot]);
        }
    }

    private void Iterate(in IslandShape shape)
    {
        ref PositionIslands islands0 = ref _group0.Islands;
        ref PositionIslands islands1 = ref _group1.Islands;
        bool both = _group1.Slots.Running != 0;
        Vector256<float> solved0 = _group0.SolveContacts();
        Vector256<float> solved1 = both ? _group1.SolveContacts() : default;
        for (int i = 0; i < shape.JointCount; i++)
        {
            int a = shape.BodyA(i);
            int b = shape.BodyB(i);
            solved0 &= islands0.Joints[i].Solve(ref islands0.Bodies[a], ref islands0.Bodies[b]);
            if (both)
                solved1 &= islands1.Joints[i].Solve(ref islands1.Bodies[a], ref islands1.Bodies[b]);
        }

        Harvest(_group0, solved0.ExtractMostSignificantBits());
        if (both)
            Harvest(_group1, solved1.ExtractMostSignificantBits());
    }

    /// <summary>Takes out what is done and fills the lanes anew.</summary>
    private void Harvest(PositionGroup group, uint solved)
    {
        uint done = group.Slots.Count(1) | (solved & group.Slots.Running);
        if (done == 0)
            return;
        for (uint lanes = done; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            int slot = group.Slots.SlotOf(lane);
            ref Island island = ref _islands[slot];
            island.PositionsSolved = (solved >> lane & 1) != 0;
            if (!group.TryStore(lane, ref island, in _shapes[slot]))
                PositionLoop.Run(ref island, _iterations);
        }

        Fill(group);
    }
}
