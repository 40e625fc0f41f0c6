using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Iterations over the contacts of one body without joints: the island of an impact.</summary>
/// <remarks>
/// Each contact point waits for the velocity that the one before has changed, so an iteration costs its latency. Here
/// the velocity stays in registers over a block of iterations; the arithmetic is the contact's own.
/// </remarks>
internal static class LoneBodyLoop
{
    public static bool Fits(ref Island island) => island.BodyCount == 1 && island.JointCount == 0;

    public static void Run(ref Island island, int iterations)
    {
        Vec2 velocity = island.Bodies[0].Velocity;
        float turn = island.Bodies[0].AngularVelocity;
        if (island.ContactCount == 1)
        {
            ref ContactConstraint only = ref island.Contacts[0];
            for (int i = 0; i < iterations; i++)
                only.SolveVelocity(ref velocity, ref turn);
        }
        else
        {
            for (int i = 0; i < iterations; i++)
            {
                for (int c = 0; c < island.ContactCount; c++)
                    island.Contacts[c].SolveVelocity(ref velocity, ref turn);
            }
        }

        island.Bodies[0].Velocity = velocity;
        island.Bodies[0].AngularVelocity = turn;
    }
}
