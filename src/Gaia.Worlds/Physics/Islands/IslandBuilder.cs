using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.BroadPhase;
using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Finds the islands of awake bodies and has each solved.</summary>
/// <remarks>
/// A depth-first walk from the newest awake body, over touching contacts and then joints, newest first: the walk fixes
/// the order in which constraints are solved. What rests does not connect islands and moves no body, so it takes
/// no part. Solving the last island, nearly always the only one, is left to the caller between Begin and End: there
/// it can be done for many scenes at once.
/// </remarks>
internal static class IslandBuilder
{
    /// <summary>Solves all islands but the last, and prepares that one.</summary>
    public static void Begin(ref PhysicsWorld world, ref Island island, in StepSettings step)
    {
        island.Clear();
        for (int i = 0; i < world.BodyCount; i++)
            world.Bodies[i].InIsland = false;
        for (int i = 0; i < world.ContactCount; i++)
            world.Contacts[i].InIsland = false;

        int joinedJoints = 0;
        for (int seed = world.BodyCount - 1; seed >= 0; seed--)
        {
            ref RigidBody body = ref world.Bodies[seed];
            if (body.InIsland || !body.IsAwake)
                continue;
            if (island.BodyCount > 0)
            {
                IslandSolver.Solve(ref island, in step);
                IslandSolver.End(ref world, ref island, in step);
            }

            Collect(ref world, ref island, seed, ref joinedJoints);
            IslandSolver.Begin(ref world, ref island, in step);
        }
    }

    /// <summary>Finishes the last island and looks for new pairs among all that moved.</summary>
    public static void End(ref PhysicsWorld world, ref Island island, in StepSettings step)
    {
        if (island.BodyCount > 0)
            IslandSolver.End(ref world, ref island, in step);
        for (int i = world.BodyCount - 1; i >= 0; i--)
        {
            if (world.Bodies[i].InIsland)
                PairFinder.SynchronizeNext(ref world, i);
        }

        PairFinder.FindNewContacts(ref world);
    }

    [SkipLocalsInit]
    private static void Collect(ref PhysicsWorld world, ref Island island, int seed, ref int joinedJoints)
    {
        island.Clear();
        Unsafe.SkipInit(out BodyIndexArray stack);
        int stackCount = 1;
        stack[0] = seed;
        world.Bodies[seed].InIsland = true;
        while (stackCount > 0)
        {
            int index = stack[--stackCount];
            island.AddBody(ref world, index);
            world.Bodies[index].Wake();
            for (int i = world.ContactCount - 1; i >= 0; i--)
            {
                ref Contact contact = ref world.Contacts[i];
                if (contact.Body == index && !contact.InIsland && contact.IsEnabled && contact.IsTouching)
                    island.AddContact(ref world, i);
            }

            for (int i = world.JointCount - 1; i >= 0; i--)
            {
                int bit = 1 << i;
                if (!world.Joints[i].Involves(index) || (joinedJoints & bit) != 0)
                    continue;
                joinedJoints |= bit;
                island.JointIndices[island.JointCount++] = i;
                Push(ref world, ref stack, ref stackCount, world.Joints[i].Other(index));
            }
        }
    }

    private static void Push(ref PhysicsWorld world, ref BodyIndexArray stack, ref int stackCount, int body)
    {
        if (world.Bodies[body].InIsland)
            return;
        world.Bodies[body].InIsland = true;
        stack[stackCount++] = body;
    }
}
