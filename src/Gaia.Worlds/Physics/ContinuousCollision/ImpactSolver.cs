using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.BroadPhase;
using Gaia.Worlds.Physics.Contacts;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>Keeps moving bodies from passing through resting ones within a step.</summary>
/// <remarks>
/// Earliest impact first: both bodies are put at the moment they meet, a small island around them is solved, and the
/// rest of the step is integrated anew. Order of operations as b2World::SolveTOI and b2Island::SolveTOI (pybox2d
/// 2.3.10).
/// </remarks>
internal static class ImpactSolver
{
    private const float AlmostWholeStep = 1.0f - (10.0f * PhysicsSettings.Epsilon);

    public static void SolveAll(ref PhysicsWorld world, in StepSettings step)
    {
        if (world.ContactCount == 0)
        {
            for (int i = 0; i < world.BodyCount; i++)
                world.Bodies[i].Sweep.StartFraction = 0.0f;
            return;
        }

        SolveImpacts(ref world, in step);
    }

    [SkipLocalsInit]
    private static void SolveImpacts(ref PhysicsWorld world, in StepSettings step)
    {
        Unsafe.SkipInit(out Island island);
        for (int i = 0; i < world.BodyCount; i++)
        {
            world.Bodies[i].InIsland = false;
            world.Bodies[i].Sweep.StartFraction = 0.0f;
        }

        for (int i = 0; i < world.ContactCount; i++)
        {
            ref Contact contact = ref world.Contacts[i];
            contact.HasImpact = false;
            contact.InIsland = false;
            contact.ImpactCount = 0;
            contact.ImpactFraction = 1.0f;
        }

        while (true)
        {
            int earliest = FindEarliest(ref world, out float fraction);
            if (earliest < 0 || AlmostWholeStep < fraction)
                return;
            if (TryCollect(ref world, ref island, earliest, fraction))
                Solve(ref world, ref island, in step, fraction);
        }
    }

    /// <returns>The contact that meets first, the newest on ties, or -1.</returns>
    private static int FindEarliest(ref PhysicsWorld world, out float fraction)
    {
        int earliest = -1;
        fraction = 1.0f;
        for (int i = world.ContactCount - 1; i >= 0; i--)
        {
            ref Contact contact = ref world.Contacts[i];
            if (!contact.IsEnabled || contact.ImpactCount > PhysicsSettings.MaxImpactsPerContact)
                continue;
            if (!contact.HasImpact && !TryComputeImpact(ref world, ref contact))
                continue;
            if (contact.ImpactFraction < fraction)
            {
                earliest = i;
                fraction = contact.ImpactFraction;
            }
        }

        return earliest;
    }

    /// <returns>False where the pair needs no continuous collision: nothing awake, or both moving.</returns>
    private static bool TryComputeImpact(ref PhysicsWorld world, ref Contact contact)
    {
        ref RigidBody a = ref world.Bodies[contact.BodyA];
        ref RigidBody b = ref world.Bodies[contact.BodyB];
        bool anyActive = (a.IsAwake && a.IsDynamic) || (b.IsAwake && b.IsDynamic);
        if (!anyActive || (a.IsDynamic && b.IsDynamic))
            return false;

        float start = a.Sweep.StartFraction;
        if (a.Sweep.StartFraction < b.Sweep.StartFraction)
        {
            start = b.Sweep.StartFraction;
            a.Sweep.Advance(start);
        }
        else if (b.Sweep.StartFraction < a.Sweep.StartFraction)
        {
            b.Sweep.Advance(start);
        }

        bool meets = TimeOfImpact.TryFind(ref world, contact.FixtureA, contact.FixtureB, out float share);
        contact.ImpactFraction = meets ? Scalar.Min(start + ((1.0f - start) * share), 1.0f) : 1.0f;
        contact.HasImpact = true;
        return true;
    }

    /// <summary>Puts both bodies at the impact and gathers the touching contacts around them.</summary>
    /// <returns>False where they do not touch after all; everything is put back.</returns>
    private static bool TryCollect(ref PhysicsWorld world, ref Island island, int contactIndex, float fraction)
    {
        ref Contact contact = ref world.Contacts[contactIndex];
        ref RigidBody a = ref world.Bodies[contact.BodyA];
        ref RigidBody b = ref world.Bodies[contact.BodyB];
        Sweep backupA = a.Sweep;
        Sweep backupB = b.Sweep;
        a.AdvanceTo(fraction);
        b.AdvanceTo(fraction);
        ContactList.Update(ref world, ref contact);
        contact.HasImpact = false;
        contact.ImpactCount++;
        if (!contact.IsTouching)
        {
            contact.IsEnabled = false;
            a.Sweep = backupA;
            b.Sweep = backupB;
            a.PlaceAtSweepEnd();
            b.PlaceAtSweepEnd();
            return false;
        }

        a.Wake();
        b.Wake();
        island.Clear();
        island.AddBody(ref world, contact.BodyA);
        island.AddBody(ref world, contact.BodyB);
        island.AddContact(ref world, contactIndex);
        a.InIsland = true;
        b.InIsland = true;
        CollectAround(ref world, ref island, contact.BodyA, fraction);
        CollectAround(ref world, ref island, contact.BodyB, fraction);
        return true;
    }

    private static void CollectAround(ref PhysicsWorld world, ref Island island, int bodyIndex, float fraction)
    {
        if (!world.Bodies[bodyIndex].IsDynamic)
            return;
        for (int i = world.ContactCount - 1; i >= 0; i--)
        {
            ref Contact contact = ref world.Contacts[i];
            if (!contact.Involves(bodyIndex) || contact.InIsland)
                continue;
            int otherIndex = contact.Other(bodyIndex);
            ref RigidBody other = ref world.Bodies[otherIndex];
            if (other.IsDynamic)
                continue;

            Sweep backup = other.Sweep;
            if (!other.InIsland)
                other.AdvanceTo(fraction);
            ContactList.Update(ref world, ref contact);
            if (!contact.IsTouching)
            {
                other.Sweep = backup;
                other.PlaceAtSweepEnd();
                continue;
            }

            island.AddContact(ref world, i);
            if (other.InIsland)
                continue;
            other.InIsland = true;
            island.AddBody(ref world, otherIndex);
        }
    }

    /// <summary>Solves positions at the impact, then velocities, and integrates what is left of the step.</summary>
    private static void Solve(ref PhysicsWorld world, ref Island island, in StepSettings step, float fraction)
    {
        float timeStep = (1.0f - fraction) * step.TimeStep;
        LoadBodies(ref world, ref island);
        for (int i = 0; i < island.ContactCount; i++)
        {
            island.Contacts[i].Load(ref world, island.ContactIndices[i], 1.0f);
            island.Contacts[i].ForgetImpulses();
        }

        SolvePositions(ref island);
        for (int i = 0; i < 2; i++)
        {
            ref RigidBody body = ref world.Bodies[island.BodyIndices[i]];
            body.Sweep.Centre0 = island.Bodies[i].Centre;
            body.Sweep.Angle0 = island.Bodies[i].Angle;
        }

        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].Prepare(ref island.Bodies);
        island.JointCount = 0;
        VelocityLoop.Run(ref island, step.VelocityIterations, world.DoesEveryIteration);
        Finish(ref world, ref island, timeStep);
        PairFinder.FindNewContacts(ref world);
    }

    private static void LoadBodies(ref PhysicsWorld world, ref Island island)
    {
        for (int i = 0; i < island.BodyCount; i++)
        {
            ref RigidBody body = ref world.Bodies[island.BodyIndices[i]];
            ref SolverBody solver = ref island.Bodies[i];
            solver.Centre = body.Sweep.Centre;
            solver.Angle = body.Sweep.Angle;
            solver.Velocity = body.Velocity;
            solver.AngularVelocity = body.AngularVelocity;
        }
    }

    /// <summary>Only the two bodies that met, the island's first, may move.</summary>
    private static void SolvePositions(ref Island island)
    {
        for (int k = 0; k < PhysicsSettings.ImpactPositionIterations; k++)
        {
            float deepest = 0.0f;
            for (int i = 0; i < island.ContactCount; i++)
            {
                ref ContactConstraint contact = ref island.Contacts[i];
                contact.SolvePosition(
                    ref island.Bodies,
                    PhysicsSettings.ImpactPositionShare,
                    contact.IndexA < 2,
                    contact.IndexB < 2,
                    ref deepest);
            }

            if (deepest >= -1.5f * PhysicsSettings.LinearSlop)
                return;
        }
    }

    private static void Finish(ref PhysicsWorld world, ref Island island, float timeStep)
    {
        for (int i = 0; i < island.BodyCount; i++)
        {
            ref RigidBody body = ref world.Bodies[island.BodyIndices[i]];
            ref SolverBody solver = ref island.Bodies[i];
            solver.Integrate(timeStep);
            body.Sweep.Centre = solver.Centre;
            body.Sweep.Angle = solver.Angle;
            body.Velocity = solver.Velocity;
            body.AngularVelocity = solver.AngularVelocity;
            body.PlaceAtSweepEnd();
        }

        // Indices are done with before the flags fall: a body's contacts must be found and solved anew.
        for (int i = 0; i < island.BodyCount; i++)
        {
            int index = island.BodyIndices[i];
            ref RigidBody body = ref world.Bodies[index];
            body.InIsland = false;
            if (!body.IsDynamic)
                continue;
            PairFinder.Synchronize(ref world, index);
            for (int c = 0; c < world.ContactCount; c++)
            {
                ref Contact contact = ref world.Contacts[c];
                if (!contact.Involves(index))
                    continue;
                contact.HasImpact = false;
                contact.InIsland = false;
            }
        }
    }
}
