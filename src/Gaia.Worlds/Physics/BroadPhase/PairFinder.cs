using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.BroadPhase;

/// <summary>Keeps the fattened boxes of fixtures and finds pairs that began to overlap.</summary>
/// <remarks>
/// For a dozen fixtures comparing every moved box with every other beats a tree. New contacts are created in ascending
/// order of both fixtures, which is the order of the reference's sorted pair buffer in a fresh world.
/// </remarks>
internal static class PairFinder
{
    /// <summary>Renews the boxes of a body that moved during a step, where they no longer cover the motion.</summary>
    public static void Synchronize(ref PhysicsWorld world, int bodyIndex)
    {
        ref RigidBody body = ref world.Bodies[bodyIndex];
        var start = Transform.AroundCentre(body.Sweep.Centre0, body.Sweep.Angle0, body.Sweep.LocalCentre);
        for (int i = 0; i < world.FixtureCount; i++)
        {
            ref Fixture fixture = ref world.Fixtures[i];
            if (fixture.Body != bodyIndex)
                continue;
            Box before = world.BoundingBox(in fixture, in start);
            Box after = world.BoundingBox(in fixture, in body.Placement);
            var swept = Box.Union(in before, in after);
            if (fixture.FatBox.Contains(in swept))
                continue;
            fixture.FatBox = Fatten(in swept, body.Placement.Position - start.Position);
            fixture.Moved = true;
            world.HasMovedFixtures = true;
        }
    }

    /// <summary>Creates contacts for pairs in which at least one box was renewed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindNewContacts(ref PhysicsWorld world)
    {
        if (world.HasMovedFixtures)
            Search(ref world);
    }

    private static void Search(ref PhysicsWorld world)
    {
        for (int i = 0; i < world.FixtureCount; i++)
        {
            ref Fixture first = ref world.Fixtures[i];
            for (int j = i + 1; j < world.FixtureCount; j++)
            {
                ref Fixture second = ref world.Fixtures[j];
                if ((first.Moved || second.Moved) && Box.Overlap(in first.FatBox, in second.FatBox))
                    ContactList.Add(ref world, i, j);
            }
        }

        for (int i = 0; i < world.FixtureCount; i++)
            world.Fixtures[i].Moved = false;
        world.HasMovedFixtures = false;
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
