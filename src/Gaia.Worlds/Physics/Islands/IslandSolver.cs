using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Solves one island for one step: velocities, positions, sleep.</summary>
/// <remarks>
/// Order of operations as Box2D's b2Island.cpp (pybox2d 2.3.10), in three parts, of which the second knows nothing but
/// the island.
/// </remarks>
internal static class IslandSolver
{
    /// <summary>Integrates velocities, prepares the constraints and warm-starts them.</summary>
    public static void Begin(ref PhysicsWorld world, ref Island island, in StepSettings step)
    {
        IntegrateVelocities(ref world, ref island, step.TimeStep);
        PrepareConstraints(ref world, ref island, step.TimeStep);
    }

    /// <summary>Iterates velocities, moves the bodies and corrects positions.</summary>
    /// <param name="island">As Begin has left it.</param>
    /// <param name="step">How the step is taken.</param>
    public static void Solve(ref Island island, in StepSettings step)
    {
        VelocityLoop.Run(ref island, in step);
        Integrate(ref island, step.TimeStep);
        PositionLoop.Run(ref island, step.PositionIterations);
    }

    /// <summary>Moves the bodies by their velocities.</summary>
    public static void Integrate(ref Island island, float timeStep)
    {
        for (int i = 0; i < island.BodyCount; i++)
            island.Bodies[i].Integrate(timeStep);
    }

    /// <summary>Keeps the impulses, places the bodies and puts the island to sleep.</summary>
    public static void End(ref PhysicsWorld world, ref Island island, in StepSettings step)
    {
        StoreImpulses(ref world, ref island);
        CopyBack(ref world, ref island);
        UpdateSleep(ref world, ref island, step.TimeStep);
    }

    private static void IntegrateVelocities(ref PhysicsWorld world, ref Island island, float timeStep)
    {
        for (int i = 0; i < island.BodyCount; i++)
        {
            ref RigidBody body = ref world.Bodies[island.BodyIndices[i]];
            ref SolverBody solver = ref island.Bodies[i];
            body.Sweep.Centre0 = body.Sweep.Centre;
            body.Sweep.Angle0 = body.Sweep.Angle;
            body.StartRotation = body.Placement.Rotation;
            solver.Centre = body.Sweep.Centre;
            solver.Angle = body.Sweep.Angle;
            solver.Velocity = body.Velocity;
            solver.AngularVelocity = body.AngularVelocity;
            solver.Velocity += timeStep * (world.Gravity + (body.InverseMass * body.Force));
            solver.AngularVelocity += timeStep * body.InverseInertia * body.Torque;
        }
    }

    private static void PrepareConstraints(ref PhysicsWorld world, ref Island island, float timeStep)
    {
        // Remembered impulses are of the last step, which may have been shorter or longer.
        float warmStartRatio = world.InverseTimeStep * timeStep;
        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].Load(ref world, island.ContactIndices[i], warmStartRatio);
        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].Prepare(ref island.Bodies);
        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].WarmStart(ref island.Bodies);
        for (int i = 0; i < island.JointCount; i++)
        {
            ref JointConstraint joint = ref island.Joints[i];
            joint.Prepare(ref world, island.JointIndices[i], ref island.Bodies, timeStep, warmStartRatio);
        }
    }

    private static void StoreImpulses(ref PhysicsWorld world, ref Island island)
    {
        for (int i = 0; i < island.JointCount; i++)
            island.Joints[i].Store(ref world.Joints[island.JointIndices[i]]);
        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].Store(ref world.Contacts[island.ContactIndices[i]].Manifold);
    }

    private static void CopyBack(ref PhysicsWorld world, ref Island island)
    {
        for (int i = 0; i < island.BodyCount; i++)
        {
            ref RigidBody body = ref world.Bodies[island.BodyIndices[i]];
            ref SolverBody solver = ref island.Bodies[i];
            body.Sweep.Centre = solver.Centre;
            body.Sweep.Angle = solver.Angle;
            body.Velocity = solver.Velocity;
            body.AngularVelocity = solver.AngularVelocity;
            body.PlaceAtSweepEnd();
        }
    }

    /// <summary>An island sleeps when all its bodies were slow for long and the positions were solved.</summary>
    private static void UpdateSleep(ref PhysicsWorld world, ref Island island, float timeStep)
    {
        const float Linear = PhysicsSettings.LinearSleepTolerance * PhysicsSettings.LinearSleepTolerance;
        const float Angular = PhysicsSettings.AngularSleepTolerance * PhysicsSettings.AngularSleepTolerance;
        float shortest = float.MaxValue;
        for (int i = 0; i < island.BodyCount; i++)
        {
            ref RigidBody body = ref world.Bodies[island.BodyIndices[i]];
            bool fast = body.AngularVelocity * body.AngularVelocity > Angular ||
                Vec2.Dot(body.Velocity, body.Velocity) > Linear;
            body.SleepTime = fast ? 0.0f : body.SleepTime + timeStep;
            shortest = fast ? 0.0f : Scalar.Min(shortest, body.SleepTime);
        }

        if (shortest < PhysicsSettings.TimeToSleep || !island.PositionsSolved)
            return;
        for (int i = 0; i < island.BodyCount; i++)
            world.Bodies[island.BodyIndices[i]].FallAsleep();
    }
}
