using System.Runtime.Intrinsics;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Which slot's island is in each of eight lanes, and how many iterations it has left.</summary>
internal sealed class LaneSlots
{
    private readonly int[] _slots = new int[Lane.Count];
    private Vector256<int> _left;

    /// <summary>Lanes that hold an island, a bit each.</summary>
    public uint Running { get; private set; }

    /// <summary>Lanes without an island, a bit each.</summary>
    public uint Free => ~Running & ((1u << Lane.Count) - 1);

    /// <summary>The slot whose island is in a lane.</summary>
    public int SlotOf(int lane) => _slots[lane];

    /// <summary>Iterations that a lane has left.</summary>
    public int LeftOf(int lane) => _left.GetElement(lane);

    public void Enter(int lane, int slot, int iterations)
    {
        _slots[lane] = slot;
        _left = _left.WithElement(lane, iterations);
        Running |= 1u << lane;
    }

    public void Leave(int lane) => Running &= ~(1u << lane);

    /// <summary>Counts iterations of all lanes.</summary>
    /// <returns>Lanes that have none left, a bit each.</returns>
    public uint Count(int iterations)
    {
        _left -= Vector256.Create(iterations);
        return Vector256.Equals(_left, Vector256<int>.Zero).ExtractMostSignificantBits() & Running;
    }
}
