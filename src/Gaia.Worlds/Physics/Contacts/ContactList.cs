using System.Diagnostics;
using Gaia.Worlds.Physics.Collision;
using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>Life of contacts: created by the broad phase, updated each step, destroyed when boxes part.</summary>
/// <remarks>
/// The reference keeps linked lists, newest first, of the world's and of each body's contacts. A contact enters all
/// of them at the same moment, so a body's list is the world's list filtered, and one array, oldest first, read
/// backwards, stands for all.
/// </remarks>
internal static class ContactList
{
    /// <summary>Gap between a piece's fattened box and a body's tight one from which on they cannot touch.</summary>
    /// <remarks>
    /// A contact point lies within both skins of a face, and beside it by no more. With a box less fat by the margin
    /// the gap is 0.01 m, which with the skins inside both boxes leaves 0.03 m, more than the diagonal of two skins,
    /// 0.0283 m.
    /// </remarks>
    private const float ClearGap = 0.01f - PhysicsSettings.BoxMargin;

    /// <summary>Adds a contact of a piece and a body unless they have one or are filtered.</summary>
    public static void Add(ref PhysicsWorld world, int pieceIndex, int bodyIndex)
    {
        ref TerrainPiece piece = ref world.Terrain.Pieces[pieceIndex];
        ref Surface surface = ref world.Fixtures[bodyIndex].Surface;
        if ((piece.Mask & surface.Category) == 0 || (piece.Category & surface.Mask) == 0)
            return;
        if (Exists(ref world, pieceIndex, bodyIndex))
            return;
        Debug.Assert(world.ContactCount < Capacity.Contacts, "A contact more than there is room for is left out.");
        if (world.ContactCount == Capacity.Contacts)
            return;

        ref Contact contact = ref world.Contacts[world.ContactCount++];
        contact = default;
        contact.Piece = (byte)pieceIndex;
        contact.RestingBody = piece.Body;
        contact.Body = (byte)bodyIndex;
        contact.IsEnabled = true;
        contact.Friction = MathF.Sqrt(piece.Friction * surface.Friction);
        contact.Restitution = Scalar.Max(piece.Restitution, surface.Restitution);
        world.Bodies[bodyIndex].Wake();
    }

    /// <summary>Updates the contacts of awake bodies and destroys those whose boxes have parted.</summary>
    public static void UpdateAll(ref PhysicsWorld world)
    {
        for (int i = world.ContactCount - 1; i >= 0; i--)
        {
            ref Contact contact = ref world.Contacts[i];
            if (!world.Bodies[contact.Body].IsAwake)
                continue;
            ref Box terrain = ref world.Terrain.Pieces[contact.Piece].FatBox;
            ref Fixture fixture = ref world.Fixtures[contact.Body];
            if (!Box.Overlap(in terrain, in fixture.FatBox))
                Destroy(ref world, i);
            else if (Box.AreApart(in terrain, in fixture.EndBox, ClearGap))
                UpdateApart(ref world, ref contact);
            else
                Update(ref world, ref contact);
        }
    }

    /// <summary>Computes the manifold anew and tells the body when touching begins or ends.</summary>
    public static void Update(ref PhysicsWorld world, ref Contact contact)
    {
        ref RigidBody body = ref world.Bodies[contact.Body];
        ref PolygonShape polygon = ref world.Polygons[contact.Body];
        ref TerrainPiece piece = ref world.Terrain.Pieces[contact.Piece];
        Manifold old = contact.Manifold;
        contact.IsEnabled = true;
        if (piece.Kind == ShapeKind.Edge)
        {
            EdgePolygonCollision.Collide(ref contact.Manifold, in piece.Edge, in polygon, in body.Placement);
        }
        else
        {
            PolygonCollision.Collide(
                ref contact.Manifold, in world.Terrain.Polygons[piece.Polygon], in polygon, in body.Placement);
        }

        contact.Manifold.InheritImpulses(in old);
        NoteTouch(ref body, ref contact, contact.Manifold.PointCount > 0);
    }

    /// <summary>The same for shapes that are known to be apart.</summary>
    private static void UpdateApart(ref PhysicsWorld world, ref Contact contact)
    {
        contact.IsEnabled = true;
        contact.Manifold.PointCount = 0;
        NoteTouch(ref world.Bodies[contact.Body], ref contact, false);
    }

    private static void NoteTouch(ref RigidBody body, ref Contact contact, bool touching)
    {
        if (touching == contact.IsTouching)
            return;
        body.Wake();
        contact.IsTouching = touching;
        SignalTouch(ref body, touching);
    }

    private static void Destroy(ref PhysicsWorld world, int index)
    {
        ref Contact contact = ref world.Contacts[index];
        ref RigidBody body = ref world.Bodies[contact.Body];
        if (contact.IsTouching)
            SignalTouch(ref body, false);
        if (contact.Manifold.PointCount > 0)
            body.Wake();

        world.ContactCount--;
        for (int i = index; i < world.ContactCount; i++)
            world.Contacts[i] = world.Contacts[i + 1];
    }

    private static void SignalTouch(ref RigidBody body, bool began)
    {
        body.TouchFlag = began;
        body.HasTouched |= began;
    }

    private static bool Exists(ref PhysicsWorld world, int piece, int body)
    {
        for (int i = 0; i < world.ContactCount; i++)
        {
            if (world.Contacts[i].Piece == piece && world.Contacts[i].Body == body)
                return true;
        }

        return false;
    }
}
