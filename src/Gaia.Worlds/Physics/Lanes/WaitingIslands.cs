using Gaia.Worlds.Physics.Islands;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Islands of one shape that wait for a lane, those first that will keep it longest.</summary>
/// <remarks>
/// An island with active limits mostly repeats itself after a few iterations; one without, or with contacts, hardly
/// ever does. Long ones first leave short ones to fill the lanes towards the end, and islands with as many contacts as
/// each other meet in a group.
/// </remarks>
internal sealed class WaitingIslands(int capacity)
{
    private const int Short = 0;
    private const int Long = 1;
    private const int MostCountedContacts = 6;
    private const int Levels = Long + MostCountedContacts + 1;

    private readonly int[] _slots = new int[Levels * capacity];
    private readonly int[] _counts = new int[Levels];
    private IslandShape _shape;
    private int _level = -1;

    /// <summary>The shape that all have: that of the first added since none waited.</summary>
    public ref readonly IslandShape Shape => ref _shape;

    /// <summary>Adds an island.</summary>
    /// <returns>False where it has another shape than those that wait.</returns>
    public bool TryAdd(int slot, ref Island island, in IslandShape shape)
    {
        if (_level < 0)
            _shape = shape;
        else if (shape.Key != _shape.Key)
            return false;
        int level = LevelOf(ref island);
        _slots[(level * capacity) + _counts[level]++] = slot;
        _level = Math.Max(_level, level);
        return true;
    }

    /// <summary>Takes the next island.</summary>
    /// <returns>False where none waits.</returns>
    public bool TryTake(out int slot)
    {
        while (_level >= 0 && _counts[_level] == 0)
            _level--;
        slot = _level >= 0 ? _slots[(_level * capacity) + --_counts[_level]] : -1;
        return slot >= 0;
    }

    private static int LevelOf(ref Island island)
    {
        if (island.ContactCount > 0)
            return Long + Math.Min(island.ContactCount, MostCountedContacts);
        for (int i = 0; i < island.JointCount; i++)
        {
            ref JointConstraint joint = ref island.Joints[i];
            if (joint.LimitActive)
                return Short;
        }

        return Long;
    }
}
