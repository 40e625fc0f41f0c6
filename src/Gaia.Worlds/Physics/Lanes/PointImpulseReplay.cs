using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Repeats the additions to point impulses that islands in a cycle had left, joints side by side.</summary>
/// <remarks>
/// Additions to one impulse wait for each other, those to different ones do not: the joints of finished islands are
/// gathered until the vectors are full.
/// </remarks>
internal sealed class PointImpulseReplay(Island[] islands)
{
    private const int Joints = 2 * Lane.Count;

    private readonly int[] _slots = new int[Joints];
    private readonly int[] _joints = new int[Joints];
    private readonly AlignedMemory<ReplayLanes> _lanes = new(Joints / Lane.Count);
    private int _count;
    private int _mostCycles;

    /// <summary>Takes a joint of a finished island, whose impulses are stored.</summary>
    /// <param name="slot">The island.</param>
    /// <param name="joint">Its joint.</param>
    /// <param name="cycles">Blocks of iterations that are left.</param>
    /// <param name="source">The lanes that it was solved in, with the additions of the last block.</param>
    /// <param name="sourceLane">Its lane there.</param>
    public void Add(int slot, int joint, int cycles, in LaneJoint source, int sourceLane)
    {
        if (_count == Joints)
            Finish();
        Vec2 impulse = islands[slot].Joints[joint].Impulses.Point;
        _lanes[_count / Lane.Count].Load(_count % Lane.Count, cycles, impulse, in source, sourceLane);
        _slots[_count] = slot;
        _joints[_count] = joint;
        _count++;
        _mostCycles = Math.Max(_mostCycles, cycles);
    }

    /// <summary>Repeats what was taken and stores the impulses.</summary>
    public void Finish()
    {
        Repeat();
        for (int i = 0; i < _count; i++)
        {
            ref ReplayLanes lanes = ref _lanes[i / Lane.Count];
            ref Vec2 impulse = ref islands[_slots[i]].Joints[_joints[i]].Impulses.Point;
            impulse.X = Lane.Get(in lanes.X, i % Lane.Count);
            impulse.Y = Lane.Get(in lanes.Y, i % Lane.Count);
        }

        _count = 0;
        _mostCycles = 0;
    }

    private void Repeat()
    {
        ref ReplayLanes low = ref _lanes[0];
        ref ReplayLanes high = ref _lanes[1];
        var (lowX, lowY, highX, highY) = (low.X, low.Y, high.X, high.Y);
        for (int cycle = 0; cycle < _mostCycles; cycle++)
        {
            low.Repeat(cycle, ref lowX, ref lowY);
            high.Repeat(cycle, ref highX, ref highY);
        }

        (low.X, low.Y, high.X, high.Y) = (lowX, lowY, highX, highY);
    }
}
