using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Eight lanes in which velocities are iterated, and whose islands they hold.</summary>
internal sealed class LaneGroup(AlignedMemory<LaneIslands> memory, int index)
{
    private readonly LanePlaces _places = new();

    /// <summary>Who is in the lanes.</summary>
    public LaneSlots Slots { get; } = new();

    /// <summary>The islands.</summary>
    public ref LaneIslands Islands
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref memory[index];
    }

    /// <summary>Places of contacts that at least one lane has, in order.</summary>
    public ReadOnlySpan<byte> Places => _places.Used;

    /// <summary>Puts an island into a free lane.</summary>
    public void Load(int lane, int slot, int iterations, ref Island island, in IslandShape shape)
    {
        ref LaneIslands islands = ref Islands;
        Slots.Enter(lane, slot, iterations);
        for (int i = 0; i < shape.BodyCount; i++)
            islands.Bodies[i].Load(lane, in island.Bodies[i]);
        for (int i = 0; i < shape.JointCount; i++)
            islands.Joints[i].Load(lane, in island.Joints[i]);

        // What another island has left here must not stay in the places that this one does not use.
        foreach (byte place in Places)
            islands.Contacts[place].Clear(lane);
        for (int i = 0; i < island.ContactCount; i++)
        {
            ref LaneContact target = ref islands.Contacts[shape.Places[i]];
            if (_places.Enter(shape.Places[i], lane))
                target.Clear();
            target.Load(lane, in island.Contacts[i]);
        }

        if (island.ContactCount > 0)
            _places.List();
    }

    /// <summary>Takes an island out of its lane.</summary>
    /// <returns>False where a velocity is no number: then nothing of the island was changed.</returns>
    public bool TryStore(int lane, ref Island island, in IslandShape shape)
    {
        ref LaneIslands islands = ref Islands;
        Leave(lane, island.ContactCount, in shape);
        for (int i = 0; i < shape.BodyCount; i++)
        {
            if (!islands.Bodies[i].IsFinite(lane))
                return false;
        }

        for (int i = 0; i < shape.BodyCount; i++)
            islands.Bodies[i].Store(lane, ref island.Bodies[i]);
        for (int i = 0; i < shape.JointCount; i++)
            islands.Joints[i].Store(lane, ref island.Joints[i]);
        for (int i = 0; i < island.ContactCount; i++)
            islands.Contacts[shape.Places[i]].Store(lane, ref island.Contacts[i]);
        return true;
    }

    /// <summary>Counts a block of iterations.</summary>
    /// <returns>A bit a lane: it has none left, or repeats itself from here on.</returns>
    public uint CountBlock(in IslandShape shape)
    {
        uint over = Slots.Count(LaneIslands.BlockIterations);
        return over | (Islands.Repeating(in shape, Places) & Slots.Running);
    }

    private void Leave(int lane, int contacts, in IslandShape shape)
    {
        ref LaneIslands islands = ref Islands;
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
