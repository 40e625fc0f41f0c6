using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.BroadPhase;
using Gaia.Worlds.Physics.Contacts;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>Keeps moving bodies from passing through resting ones within a step.</summary>
/// <remarks>
/// Earliest impact first: the body is put at the moment it meets the terrain, an island of it alone and of what it then
/// touches is solved, and the rest of the step is integrated anew. Order of operations as b2World::SolveTOI and
/// b2Island::SolveTOI (pybox2d 2.3.10).
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
            world.Bodies[i].Sweep.StartFraction = 0.0f;
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
                break;
            if (TryCollect(ref world, ref island, earliest, fraction))
                Solve(ref world, ref island, in step, fraction);
        }

        for (int i = 0; i < world.ContactCount; i++)
            world.Terrain.StartFractions[world.Contacts[i].RestingBody] = 0.0f;
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

    /// <returns>False where the body sleeps.</returns>
    private static bool TryComputeImpact(ref PhysicsWorld world, ref Contact contact)
    {
        ref RigidBody body = ref world.Bodies[contact.Body];
        if (!body.IsAwake)
            return false;

        ref float restingStart = ref world.Terrain.StartFractions[contact.RestingBody];
        float start = restingStart;
        if (start < body.Sweep.StartFraction)
        {
            start = body.Sweep.StartFraction;
            restingStart = start;
        }
        else if (body.Sweep.StartFraction < start)
        {
            body.Sweep.Advance(start);
        }

        contact.HasImpact = true;
        contact.ImpactFraction = 1.0f;
        if (!SweepClearance.IsClear(ref world, contact.Piece, contact.Body) &&
            TimeOfImpact.TryFind(ref world, contact.Piece, contact.Body, out float share))
            contact.ImpactFraction = Scalar.Min(start + ((1.0f - start) * share), 1.0f);
        return true;
    }

    /// <summary>Puts the body at the impact and gathers the contacts that it then touches with.</summary>
    /// <returns>False where the pair does not touch after all; everything is put back.</returns>
    private static bool TryCollect(ref PhysicsWorld world, ref Island island, int contactIndex, float fraction)
    {
        ref Contact contact = ref world.Contacts[contactIndex];
        ref RigidBody body = ref world.Bodies[contact.Body];
        ref float restingStart = ref world.Terrain.StartFractions[contact.RestingBody];
        Sweep backup = body.Sweep;
        float restingBackup = restingStart;
        body.AdvanceTo(fraction);
        restingStart = fraction;
        ContactList.Update(ref world, ref contact);
        contact.HasImpact = false;
        contact.ImpactCount++;
        if (!contact.IsTouching)
        {
            contact.IsEnabled = false;
            body.Sweep = backup;
            restingStart = restingBackup;
            body.PlaceAtSweepEnd();
            return false;
        }

        body.Wake();
        island.Clear();
        island.AddBody(ref world, contact.Body);
        island.AddContact(ref world, contactIndex);
        CollectAround(ref world, ref island, contact.Body, fraction);
        return true;
    }

    private static void CollectAround(ref PhysicsWorld world, ref Island island, int body, float fraction)
    {
        for (int i = world.ContactCount - 1; i >= 0; i--)
        {
            ref Contact contact = ref world.Contacts[i];
            if (contact.Body != body || contact.InIsland)
                continue;
            ContactList.Update(ref world, ref contact);
            if (!contact.IsTouching)
                continue;
            island.AddContact(ref world, i);
            world.Terrain.StartFractions[contact.RestingBody] = fraction;
        }
    }

    /// <summary>Solves positions at the impact, then velocities, and integrates what is left of the step.</summary>
    private static void Solve(ref PhysicsWorld world, ref Island island, in StepSettings step, float fraction)
    {
        float timeStep = (1.0f - fraction) * step.TimeStep;
        int bodyIndex = island.BodyIndices[0];
        ref RigidBody body = ref world.Bodies[bodyIndex];
        ref SolverBody solver = ref island.Bodies[0];
        solver.Centre = body.Sweep.Centre;
        solver.Angle = body.Sweep.Angle;
        solver.Velocity = body.Velocity;
        solver.AngularVelocity = body.AngularVelocity;
        for (int i = 0; i < island.ContactCount; i++)
        {
            island.Contacts[i].Load(ref world, island.ContactIndices[i], 1.0f);
            island.Contacts[i].ForgetImpulses();
        }

        SolvePositions(ref island);
        body.Sweep.Centre0 = solver.Centre;
        body.Sweep.Angle0 = solver.Angle;
        for (int i = 0; i < island.ContactCount; i++)
            island.Contacts[i].Prepare(ref island.Bodies);
        VelocityLoop.Run(ref island, in step);

        solver.Integrate(timeStep);
        body.Sweep.Centre = solver.Centre;
        body.Sweep.Angle = solver.Angle;
        body.Velocity = solver.Velocity;
        body.AngularVelocity = solver.AngularVelocity;
        body.PlaceAtSweepEnd();
        PairFinder.Synchronize(ref world, bodyIndex);
        Invalidate(ref world, bodyIndex);
        PairFinder.FindNewContacts(ref world);
    }

    private static void SolvePositions(ref Island island)
    {
        for (int k = 0; k < PhysicsSettings.ImpactPositionIterations; k++)
        {
            float deepest = 0.0f;
            for (int i = 0; i < island.ContactCount; i++)
                island.Contacts[i].SolvePosition(ref island.Bodies, PhysicsSettings.ImpactPositionShare, ref deepest);
            if (deepest >= -1.5f * PhysicsSettings.LinearSlop)
                return;
        }
    }

    /// <summary>The impacts of a body that was displaced must be found and solved anew.</summary>
    private static void Invalidate(ref PhysicsWorld world, int body)
    {
        for (int i = 0; i < world.ContactCount; i++)
        {
            ref Contact contact = ref world.Contacts[i];
            if (contact.Body != body)
                continue;
            contact.HasImpact = false;
            contact.InIsland = false;
        }
    }
}
