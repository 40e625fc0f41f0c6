using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>Eight lanes in which positions are corrected, and whose islands they hold.</summary>
internal sealed class PositionGroup(AlignedMemory<PositionIslands> memory, int index)
{
    private readonly LanePlaces _places = new();

    /// <summary>Who is in the lanes.</summary>
    public LaneSlots Slots { get; } = new();

    /// <summary>The islands.</summary>
    public ref PositionIslands Islands
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref memory[index];
    }

    /// <summary>Puts an island into a free lane.</summary>
    public void Load(int lane, int slot, int iterations, ref Island island, in IslandShape shape)
    {
        ref PositionIslands islands = ref Islands;
        Slots.Enter(lane, slot, iterations);
        for (int i = 0; i < shape.BodyCount; i++)
            islands.Bodies[i].Load(lane, in island.Bodies[i]);
        for (int i = 0; i < shape.JointCount; i++)
            islands.Joints[i].Load(lane, in island.Joints[i]);
        foreach (byte place in _places.Used)
            islands.Contacts[place].Clear(lane);
        for (int i = 0; i < island.ContactCount; i++)
        {
            ref PositionContact target = ref islands.Contacts[shape.Places[i]];
            if (_places.Enter(shape.Places[i], lane))
                target.Clear();
            target.Load(lane, in island.Contacts[i]);
        }

        if (island.ContactCount > 0)
            _places.List();
    }

    /// <summary>Takes an island out of its lane.</summary>
    /// <returns>False where a position is no number: then nothing of the island was changed.</returns>
    public bool TryStore(int lane, ref Island island, in IslandShape shape)
    {
        ref PositionIslands islands = ref Islands;
        Leave(lane, island.ContactCount, in shape);
        for (int i = 0; i < shape.BodyCount; i++)
        {
            if (!islands.Bodies[i].IsFinite(lane))
                return false;
        }

        for (int i = 0; i < shape.BodyCount; i++)
            islands.Bodies[i].Store(lane, ref island.Bodies[i]);
        return true;
    }

    /// <summary>One iteration over the contacts.</summary>
    /// <returns>All bits of a lane set where none was too deep before.</returns>
    public Vector256<float> SolveContacts()
    {
        ref PositionIslands islands = ref Islands;
        Vector256<float> deepest = Vector256<float>.Zero;
        foreach (byte place in _places.Used)
            islands.Contacts[place].Solve(ref islands.Bodies[place / IslandShape.MaxRanks], ref deepest);
        return Vector256.GreaterThanOrEqual(deepest, Vector256.Create(PhysicsSettings.DeepestSolved));
    }

    private void Leave(int lane, int contacts, in IslandShape shape)
    {
        ref PositionIslands islands = ref Islands;
        Slots.Leave(lane);
        for (int i = 0; i < shape.JointCount; i++)
            islands.Joints[i].Leave(lane);
        for (int i = 0; i < contacts; i++)
        {
            islands.Contacts[shape.Places[i]].Leave(lane);
            _places.Leave(shape.Places[i], lane);
        }

        if (contacts > 0)
            _places.List();
    }
}
