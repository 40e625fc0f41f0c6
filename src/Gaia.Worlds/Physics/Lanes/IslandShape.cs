using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Contacts;
using Gaia.Worlds.Physics.Islands;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Which bodies of an island its joints connect, and where its contacts lie in the lanes.</summary>
/// <remarks>Islands with equal keys can be solved in lanes of the same vectors.</remarks>
internal struct IslandShape
{
    /// <summary>Contacts of one body that lanes have room for.</summary>
    public const int MaxRanks = 4;

    /// <summary>Contacts of an island that lanes have room for.</summary>
    public const int MaxContacts = Capacity.Bodies * MaxRanks;

    private const int BodyBits = 3;
    private const int JointBits = (2 * BodyBits) + 1;
    private const int BodyMask = (1 << BodyBits) - 1;

    public int BodyCount;
    public int JointCount;

    /// <summary>For each joint, its two bodies and whether its motor runs; then the counts.</summary>
    public ulong Key;

    /// <summary>Place in the lanes of each contact: the ranks of one body after those of another.</summary>
    public ContactPlaces Places;

    /// <summary>Place in the island of a joint's first body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int BodyA(int joint) => (int)(Key >> (joint * JointBits)) & BodyMask;

    /// <summary>Place in the island of a joint's second body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int BodyB(int joint) => (int)(Key >> ((joint * JointBits) + BodyBits)) & BodyMask;

    /// <summary>Whether a joint's motor runs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool HasMotor(int joint) => (Key >> ((joint * JointBits) + (2 * BodyBits)) & 1) != 0;

    /// <summary>Reads an island's shape.</summary>
    /// <returns>False where lanes cannot take the island: a body has too many contacts, or a joint's limits have become
    /// one, which no world's do.</returns>
    public bool TryRead(ref Island island)
    {
        BodyCount = island.BodyCount;
        JointCount = island.JointCount;
        Key = (ulong)(BodyCount | (JointCount << BodyBits)) << (Capacity.Joints * JointBits);
        for (int i = 0; i < JointCount; i++)
        {
            ref JointConstraint joint = ref island.Joints[i];
            if (joint.Limit == LimitState.Equal)
                return false;
            int motor = joint.MotorActive ? 1 : 0;
            int bits = joint.IndexA | (joint.IndexB << BodyBits) | (motor << (2 * BodyBits));
            Key |= (ulong)bits << (i * JointBits);
        }

        return island.ContactCount == 0 || TryPlaceContacts(ref island);
    }

    private bool TryPlaceContacts(ref Island island)
    {
        RankCounts ranks = default;
        for (int i = 0; i < island.ContactCount; i++)
        {
            ref ContactConstraint contact = ref island.Contacts[i];
            if (ranks[contact.IndexB] == MaxRanks)
                return false;
            Places[i] = (byte)((contact.IndexB * MaxRanks) + ranks[contact.IndexB]++);
        }

        return true;
    }

    /// <summary>Contacts met so far on each body.</summary>
    [InlineArray(Capacity.Bodies)]
    private struct RankCounts
    {
        private byte _first;
    }
}
