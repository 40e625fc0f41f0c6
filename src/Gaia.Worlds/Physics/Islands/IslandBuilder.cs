using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.BroadPhase;
using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Finds the islands of awake bodies and has each solved.</summary>
/// <remarks>
/// A depth-first walk from the newest awake body, over touching contacts and then joints, newest first: the walk fixes
/// the order in which constraints are solved. Resting bodies do not connect islands.
/// </remarks>
internal static class IslandBuilder
{
    [SkipLocalsInit]
    public static void SolveAll(ref PhysicsWorld world, in StepSettings step)
    {
        Unsafe.SkipInit(out Island island);
        for (int i = 0; i < world.BodyCount; i++)
            world.Bodies[i].InIsland = false;
        for (int i = 0; i < world.ContactCount; i++)
            world.Contacts[i].InIsland = false;

        int joinedJoints = 0;
        for (int seed = world.BodyCount - 1; seed >= 0; seed--)
        {
            ref RigidBody body = ref world.Bodies[seed];
            if (body.InIsland || !body.IsAwake || !body.IsDynamic)
                continue;
            Collect(ref world, ref island, seed, ref joinedJoints);
            IslandSolver.Solve(ref world, ref island, in step);
            for (int i = 0; i < island.BodyCount; i++)
            {
                ref RigidBody member = ref world.Bodies[island.BodyIndices[i]];
                if (!member.IsDynamic)
                    member.InIsland = false;
            }
        }

        for (int i = world.BodyCount - 1; i >= 0; i--)
        {
            if (world.Bodies[i].InIsland && world.Bodies[i].IsDynamic)
                PairFinder.Synchronize(ref world, i);
        }

        PairFinder.FindNewContacts(ref world);
    }

    private static void Collect(ref PhysicsWorld world, ref Island island, int seed, ref int joinedJoints)
    {
        island.Clear();
        BodyIndexArray stack = default;
        int stackCount = 1;
        stack[0] = seed;
        world.Bodies[seed].InIsland = true;
        while (stackCount > 0)
        {
            int index = stack[--stackCount];
            ref RigidBody body = ref world.Bodies[index];
            island.AddBody(ref world, index);
            body.Wake();
            if (!body.IsDynamic)
                continue;
            for (int i = world.ContactCount - 1; i >= 0; i--)
            {
                ref Contact contact = ref world.Contacts[i];
                if (!contact.Involves(index) || contact.InIsland || !contact.IsEnabled || !contact.IsTouching)
                    continue;
                island.AddContact(ref world, i);
                Push(ref world, ref stack, ref stackCount, contact.Other(index));
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
