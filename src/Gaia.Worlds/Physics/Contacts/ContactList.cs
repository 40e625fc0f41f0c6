using Gaia.Worlds.Physics.Collision;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>Life of contacts: created by the broad phase, updated each step, destroyed when boxes part.</summary>
/// <remarks>
/// The reference keeps linked lists, newest first, of the world's and of each body's contacts. A contact enters all
/// of them at the same moment, so a body's list is the world's list filtered, and one array, oldest first, read
/// backwards, stands for all.
/// </remarks>
internal static class ContactList
{
    /// <summary>Adds a contact of two fixtures unless they have one, share a body or are filtered.</summary>
    public static void Add(ref PhysicsWorld world, int first, int second)
    {
        ref Fixture a = ref world.Fixtures[first];
        ref Fixture b = ref world.Fixtures[second];
        if (a.Body == b.Body || (a.Mask & b.Category) == 0 || (a.Category & b.Mask) == 0)
            return;
        if (!world.Bodies[a.Body].IsDynamic && !world.Bodies[b.Body].IsDynamic)
            return;
        if (AreJoined(ref world, a.Body, b.Body) || Exists(ref world, first, second))
            return;

        bool swap = a.Kind == ShapeKind.Polygon && b.Kind == ShapeKind.Edge;
        ref Contact contact = ref world.Contacts[world.ContactCount++];
        contact = default;
        contact.FixtureA = (byte)(swap ? second : first);
        contact.FixtureB = (byte)(swap ? first : second);
        contact.BodyA = swap ? b.Body : a.Body;
        contact.BodyB = swap ? a.Body : b.Body;
        contact.IsEnabled = true;
        contact.Friction = MathF.Sqrt(a.Friction * b.Friction);
        contact.Restitution = Scalar.Max(a.Restitution, b.Restitution);
        world.Bodies[contact.BodyA].Wake();
        world.Bodies[contact.BodyB].Wake();
    }

    /// <summary>Updates the contacts of awake bodies and destroys those whose boxes have parted.</summary>
    public static void UpdateAll(ref PhysicsWorld world)
    {
        for (int i = world.ContactCount - 1; i >= 0; i--)
        {
            ref Contact contact = ref world.Contacts[i];
            ref RigidBody a = ref world.Bodies[contact.BodyA];
            ref RigidBody b = ref world.Bodies[contact.BodyB];
            if (!(a.IsAwake && a.IsDynamic) && !(b.IsAwake && b.IsDynamic))
                continue;
            if (Box.Overlap(in world.Fixtures[contact.FixtureA].FatBox, in world.Fixtures[contact.FixtureB].FatBox))
                Update(ref world, ref contact);
            else
                Destroy(ref world, i);
        }
    }

    /// <summary>Computes the manifold anew and tells the bodies when touching begins or ends.</summary>
    public static void Update(ref PhysicsWorld world, ref Contact contact)
    {
        ref RigidBody a = ref world.Bodies[contact.BodyA];
        ref RigidBody b = ref world.Bodies[contact.BodyB];
        Manifold old = contact.Manifold;
        contact.IsEnabled = true;
        EdgePolygonCollision.Collide(
            ref contact.Manifold,
            in world.Edges[world.Fixtures[contact.FixtureA].Shape],
            in a.Placement,
            in world.Polygons[world.Fixtures[contact.FixtureB].Shape],
            in b.Placement);
        contact.Manifold.InheritImpulses(in old);

        bool touching = contact.Manifold.PointCount > 0;
        if (touching == contact.IsTouching)
            return;
        a.Wake();
        b.Wake();
        contact.IsTouching = touching;
        SignalTouch(ref a, touching);
        SignalTouch(ref b, touching);
    }

    private static void Destroy(ref PhysicsWorld world, int index)
    {
        ref Contact contact = ref world.Contacts[index];
        ref RigidBody a = ref world.Bodies[contact.BodyA];
        ref RigidBody b = ref world.Bodies[contact.BodyB];
        if (contact.IsTouching)
        {
            SignalTouch(ref a, false);
            SignalTouch(ref b, false);
        }

        if (contact.Manifold.PointCount > 0)
        {
            a.Wake();
            b.Wake();
        }

        world.ContactCount--;
        for (int i = index; i < world.ContactCount; i++)
            world.Contacts[i] = world.Contacts[i + 1];
    }

    private static void SignalTouch(ref RigidBody body, bool began)
    {
        body.TouchFlag = began;
        body.HasTouched |= began;
    }

    private static bool AreJoined(ref PhysicsWorld world, int bodyA, int bodyB)
    {
        for (int i = 0; i < world.JointCount; i++)
        {
            if (world.Joints[i].Joins(bodyA, bodyB))
                return true;
        }

        return false;
    }

    private static bool Exists(ref PhysicsWorld world, int first, int second)
    {
        for (int i = 0; i < world.ContactCount; i++)
        {
            if (world.Contacts[i].Joins(first, second))
                return true;
        }

        return false;
    }
}
