using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Contacts;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Everything that an iteration over the velocities reads and changes.</summary>
/// <remarks>The impulse that holds a joint's anchors together is not part of it: it is summed and never read.</remarks>
internal struct VelocitySnapshot
{
    private SolverBodyArray _bodies;
    private JointImpulseArray _joints;
    private ContactImpulseArray _contacts;

    public void Take(ref Island island)
    {
        for (int i = 0; i < island.BodyCount; i++)
        {
            _bodies[i].Velocity = island.Bodies[i].Velocity;
            _bodies[i].AngularVelocity = island.Bodies[i].AngularVelocity;
        }

        for (int i = 0; i < island.JointCount; i++)
            _joints[i] = Impulses(in island.Joints[i].Impulses);
        for (int i = 0; i < island.ContactCount; i++)
        {
            ref ContactConstraint contact = ref island.Contacts[i];
            _contacts[2 * i] = Impulses(in contact.Point0);
            _contacts[(2 * i) + 1] = Impulses(in contact.Point1);
        }
    }

    /// <summary>Whether all of it has the same bits again; signs of zeros count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Matches(ref Island island) =>
        SameBits(_bodies[0].AngularVelocity, island.Bodies[0].AngularVelocity) && MatchesAll(ref island);

    private readonly bool MatchesAll(ref Island island)
    {
        for (int i = 0; i < island.BodyCount; i++)
        {
            if (!SameBits(_bodies[i].Velocity, island.Bodies[i].Velocity) ||
                !SameBits(_bodies[i].AngularVelocity, island.Bodies[i].AngularVelocity))
                return false;
        }

        for (int i = 0; i < island.JointCount; i++)
        {
            if (!SameBits(_joints[i], Impulses(in island.Joints[i].Impulses)))
                return false;
        }

        for (int i = 0; i < island.ContactCount; i++)
        {
            ref ContactConstraint contact = ref island.Contacts[i];
            if (!SameBits(_contacts[2 * i], Impulses(in contact.Point0)))
                return false;
            if (contact.PointCount > 1 && !SameBits(_contacts[(2 * i) + 1], Impulses(in contact.Point1)))
                return false;
        }

        return true;
    }

    private static Vec2 Impulses(in HingeImpulses hinge) => new(hinge.Motor, hinge.Limit);

    private static Vec2 Impulses(in ConstraintPoint point) => new(point.NormalImpulse, point.TangentImpulse);

    private static bool SameBits(Vec2 a, Vec2 b) => SameBits(a.X, b.X) && SameBits(a.Y, b.Y);

    private static bool SameBits(float a, float b) =>
        BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b);
}
