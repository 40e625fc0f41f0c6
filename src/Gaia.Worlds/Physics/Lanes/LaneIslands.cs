using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Eight islands of one shape in the lanes of vectors, while their velocities are iterated.</summary>
/// <remarks>
/// All joints come before all contacts, as in the scalar form. Contacts are of one body with what rests: those of
/// different bodies touch nothing in common, so that only their order on one body counts, and each has its place by
/// body and rank.
/// </remarks>
internal struct LaneIslands
{
    /// <summary>Iterations between two looks at which islands are done or repeat themselves.</summary>
    /// <remarks>
    /// Cycles of 1, 2 and 4 iterations are seen, nearly all there are; a longer block would see more of them, later.
    /// </remarks>
    public const int BlockIterations = 4;

    public LaneBodies Bodies;
    public LaneJoints Joints;
    public LaneContacts Contacts;
    private LaneSnapshot _snapshot;

    /// <summary>One iteration over the contacts at the places that any lane uses.</summary>
    public void SolveContacts(ReadOnlySpan<byte> places)
    {
        foreach (byte place in places)
            Contacts[place].Solve(ref Bodies[place / IslandShape.MaxRanks]);
    }

    /// <summary>Remembers everything that an iteration reads and changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeSnapshot(in IslandShape shape, ReadOnlySpan<byte> places)
    {
        int at = 0;
        for (int i = 0; i < shape.BodyCount; i++)
        {
            _snapshot[at++] = Bodies[i].Turn;
            _snapshot[at++] = Bodies[i].VelocityX;
            _snapshot[at++] = Bodies[i].VelocityY;
        }

        for (int i = 0; i < shape.JointCount; i++)
        {
            _snapshot[at++] = Joints[i].Motor;
            _snapshot[at++] = Joints[i].Limit;
        }

        foreach (byte place in places)
        {
            ref LaneContact contact = ref Contacts[place];
            _snapshot[at++] = contact.Point0.NormalImpulse;
            _snapshot[at++] = contact.Point0.TangentImpulse;
            _snapshot[at++] = contact.Point1.NormalImpulse;
            _snapshot[at++] = contact.Point1.TangentImpulse;
        }
    }

    /// <returns>A bit a lane: all has the bits of the snapshot again; signs of zeros count.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Repeating(in IslandShape shape, ReadOnlySpan<byte> places)
    {
        Vector256<int> first = _snapshot[0].AsInt32() ^ Bodies[0].Turn.AsInt32();
        return Vector256.EqualsAny(first, Vector256<int>.Zero) ? CompareAll(in shape, places) : 0;
    }

    private readonly uint CompareAll(in IslandShape shape, ReadOnlySpan<byte> places)
    {
        int at = 0;
        Vector256<int> change = Vector256<int>.Zero;
        for (int i = 0; i < shape.BodyCount; i++)
        {
            ref readonly LaneBody body = ref Bodies[i];
            change |= Change(body.Turn, at++) | Change(body.VelocityX, at++) | Change(body.VelocityY, at++);
        }

        for (int i = 0; i < shape.JointCount; i++)
            change |= Change(Joints[i].Motor, at++) | Change(Joints[i].Limit, at++);

        foreach (byte place in places)
        {
            ref readonly LaneContact contact = ref Contacts[place];
            change |= Change(contact.Point0.NormalImpulse, at++) | Change(contact.Point0.TangentImpulse, at++);
            change |= Change(contact.Point1.NormalImpulse, at++) | Change(contact.Point1.TangentImpulse, at++);
        }

        return Vector256.Equals(change, Vector256<int>.Zero).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<int> Change(Vector256<float> value, int at) =>
        value.AsInt32() ^ _snapshot[at].AsInt32();
}
