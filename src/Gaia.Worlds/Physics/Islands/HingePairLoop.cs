using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Iterations over two hinges on one body without contacts: a lander in flight.</summary>
/// <remarks>
/// Each hinge waits for the velocities that the one before has changed, so an iteration costs its latency. Here they
/// stay in registers over a block of iterations instead of passing through memory; the arithmetic is the joint's own.
/// </remarks>
internal static class HingePairLoop
{
    public static bool Fits(ref Island island) =>
        island.JointCount == 2 && island.ContactCount == 0 &&
        island.Joints[0].IndexA == island.Joints[1].IndexA;

    public static void Run(ref Island island, int iterations)
    {
        ref JointConstraint first = ref island.Joints[0];
        ref JointConstraint second = ref island.Joints[1];
        ref SolverBody hub = ref island.Bodies[first.IndexA];
        ref SolverBody firstEnd = ref island.Bodies[first.IndexB];
        ref SolverBody secondEnd = ref island.Bodies[second.IndexB];
        Vec2 hubVelocity = hub.Velocity;
        float hubTurn = hub.AngularVelocity;
        Vec2 firstVelocity = firstEnd.Velocity;
        float firstTurn = firstEnd.AngularVelocity;
        Vec2 secondVelocity = secondEnd.Velocity;
        float secondTurn = secondEnd.AngularVelocity;
        HingeImpulses firstImpulses = first.Impulses;
        HingeImpulses secondImpulses = second.Impulses;
        for (int i = 0; i < iterations; i++)
        {
            first.Solve(ref hubVelocity, ref hubTurn, ref firstVelocity, ref firstTurn, ref firstImpulses);
            second.Solve(ref hubVelocity, ref hubTurn, ref secondVelocity, ref secondTurn, ref secondImpulses);
        }

        hub.Velocity = hubVelocity;
        hub.AngularVelocity = hubTurn;
        firstEnd.Velocity = firstVelocity;
        firstEnd.AngularVelocity = firstTurn;
        secondEnd.Velocity = secondVelocity;
        secondEnd.AngularVelocity = secondTurn;
        first.Impulses = firstImpulses;
        second.Impulses = secondImpulses;
    }
}
