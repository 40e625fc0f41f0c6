using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.BroadPhase;

/// <summary>Keeps the fattened boxes of moving bodies and finds terrain that they began to overlap.</summary>
/// <remarks>
/// New contacts are created in ascending order of piece and then of body, which is the order of the reference's sorted
/// pair buffer in a fresh world. Only pieces near the bodies whose boxes were renewed are looked at.
/// </remarks>
internal static class PairFinder
{
    /// <summary>Renews the boxes of a body whose sweep begins where the last one ended.</summary>
    public static void SynchronizeNext(ref PhysicsWorld world, int bodyIndex)
    {
        ref RigidBody body = ref world.Bodies[bodyIndex];
        ref Fixture fixture = ref world.Fixtures[bodyIndex];
        Transform start;
        start.Rotation = body.StartRotation;
        start.Position = body.Sweep.Centre0 - (start.Rotation * body.Sweep.LocalCentre);
        Box startBox = fixture.EndBox;
        fixture.Follow(in world.Polygons[bodyIndex], in body, in start, in startBox);
        Renew(ref world, ref fixture, body.Placement.Position - start.Position);
    }

    /// <summary>Renews the boxes of a body whose sweep was cut short and begins anew.</summary>
    public static void Synchronize(ref PhysicsWorld world, int bodyIndex)
    {
        ref RigidBody body = ref world.Bodies[bodyIndex];
        ref Fixture fixture = ref world.Fixtures[bodyIndex];
        ref PolygonShape polygon = ref world.Polygons[bodyIndex];
        var start = Transform.AroundCentre(body.Sweep.Centre0, body.Sweep.Angle0, body.Sweep.LocalCentre);
        Box startBox = polygon.BoundingBox(in start);
        fixture.Follow(in polygon, in body, in start, in startBox);
        Renew(ref world, ref fixture, body.Placement.Position - start.Position);
    }

    /// <summary>Fattens the box of a fixture anew where it no longer covers the motion.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Renew(ref PhysicsWorld world, ref Fixture fixture, Vec2 displacement)
    {
        if (fixture.FatBox.Contains(in fixture.SweptBox))
            return;
        fixture.FatBox = Fatten(in fixture.SweptBox, displacement);
        fixture.Moved = true;
        world.HasMovedFixtures = true;
    }

    /// <summary>Creates contacts for pairs in which the box was renewed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindNewContacts(ref PhysicsWorld world)
    {
        if (world.HasMovedFixtures)
            Search(ref world);
    }

    private static void Search(ref PhysicsWorld world)
    {
        float left = float.MaxValue;
        float right = -float.MaxValue;
        for (int i = 0; i < world.BodyCount; i++)
        {
            if (!world.Fixtures[i].Moved)
                continue;
            left = Scalar.Min(left, world.Fixtures[i].FatBox.Lower.X);
            right = Scalar.Max(right, world.Fixtures[i].FatBox.Upper.X);
        }

        for (int run = 0; run < world.Terrain.RunCount; run++)
        {
            int end = world.Terrain.Runs[run].End;
            for (int piece = world.Terrain.FirstReaching(run, left); piece < end; piece++)
            {
                if (world.Terrain.Pieces[piece].FatBox.Lower.X > right)
                    break;
                MeetBodies(ref world, piece);
            }
        }

        for (int i = 0; i < world.BodyCount; i++)
            world.Fixtures[i].Moved = false;
        world.HasMovedFixtures = false;
    }

    private static void MeetBodies(ref PhysicsWorld world, int piece)
    {
        for (int i = 0; i < world.BodyCount; i++)
        {
            ref Fixture fixture = ref world.Fixtures[i];
            if (fixture.Moved && Box.Overlap(in world.Terrain.Pieces[piece].FatBox, in fixture.FatBox))
                ContactList.Add(ref world, piece, i);
        }
    }

    private static Box Fatten(in Box tight, Vec2 displacement)
    {
        Box fat = tight.Grown(PhysicsSettings.BoxMargin);
        Vec2 ahead = PhysicsSettings.BoxPrediction * displacement;
        if (ahead.X < 0.0f)
            fat.Lower.X += ahead.X;
        else
            fat.Upper.X += ahead.X;
        if (ahead.Y < 0.0f)
            fat.Lower.Y += ahead.Y;
        else
            fat.Upper.Y += ahead.Y;
        return fat;
    }
}
