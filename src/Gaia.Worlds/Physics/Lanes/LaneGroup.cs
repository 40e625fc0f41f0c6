using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Contacts;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Which islands are in the eight lanes of a group, and how far they are.</summary>
internal sealed class LaneGroup(AlignedMemory<LaneIslands> memory, int index)
{
    private readonly int[] _slots = new int[Lane.Count];
    private readonly byte[] _places = new byte[IslandShape.MaxContacts];
    private Vector256<int> _left;
    private uint _running;
    private int _placeCount;

    /// <summary>Whether any lane holds an island.</summary>
    public bool IsRunning => _running != 0;

    /// <summary>Lanes without an island, a bit each.</summary>
    public uint FreeLanes => ~_running & ((1u << Lane.Count) - 1);

    /// <summary>The islands.</summary>
    public ref LaneIslands Islands
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref memory[index];
    }

    /// <summary>Places of contacts that at least one lane has, in order.</summary>
    public ReadOnlySpan<byte> Places => _places.AsSpan(0, _placeCount);

    /// <summary>The island in a lane.</summary>
    public int SlotOf(int lane) => _slots[lane];

    /// <summary>Iterations that a lane has left.</summary>
    public int LeftOf(int lane) => _left.GetElement(lane);

    /// <summary>Puts an island into a free lane.</summary>
    public void Load(int lane, int slot, int iterations, ref Island island, in IslandShape shape)
    {
        ref LaneIslands islands = ref Islands;
        _slots[lane] = slot;
        _running |= 1u << lane;
        _left = _left.WithElement(lane, iterations);
        for (int i = 0; i < shape.BodyCount; i++)
            islands.Bodies[i].Load(lane, in island.Bodies[i]);
        for (int i = 0; i < shape.JointCount; i++)
            islands.Joints[i].Load(lane, in island.Joints[i]);

        // What another island has left here must not stay in the places that this one does not use.
        foreach (byte place in Places)
            islands.Contacts[place].Clear(lane);
        for (int i = 0; i < island.ContactCount; i++)
        {
            ref ContactConstraint contact = ref island.Contacts[i];
            float restTurn = island.Bodies[contact.IndexA].AngularVelocity;
            islands.Contacts[shape.Places[i]].Load(lane, in contact, restTurn);
        }

        if (island.ContactCount > 0)
            ListPlaces();
    }

    /// <summary>Takes an island out of its lane.</summary>
    /// <returns>False where a velocity is no number: then nothing of the island was changed.</returns>
    public bool TryStore(int lane, ref Island island, in IslandShape shape)
    {
        ref LaneIslands islands = ref Islands;
        _running &= ~(1u << lane);
        for (int i = 0; i < island.ContactCount; i++)
            islands.Contacts[shape.Places[i]].Leave(lane);
        for (int i = 0; i < shape.JointCount; i++)
            islands.Joints[i].Leave(lane);
        if (island.ContactCount > 0)
            ListPlaces();

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
        _left -= Vector256.Create(LaneIslands.BlockIterations);
        uint over = Vector256.Equals(_left, Vector256<int>.Zero).ExtractMostSignificantBits();
        return (over | Islands.Repeating(in shape, Places)) & _running;
    }

    private void ListPlaces()
    {
        ref LaneIslands islands = ref Islands;
        _placeCount = 0;
        for (int i = 0; i < IslandShape.MaxContacts; i++)
        {
            if (islands.Contacts[i].Lanes != 0)
                _places[_placeCount++] = (byte)i;
        }
    }
}
