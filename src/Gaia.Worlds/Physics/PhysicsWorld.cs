using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.BroadPhase;
using Gaia.Worlds.Physics.Contacts;
using Gaia.Worlds.Physics.ContinuousCollision;
using Gaia.Worlds.Physics.Islands;
using Gaia.Worlds.Physics.Joints;
using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Physics;

/// <summary>A scene of a few rigid bodies in the plane, entirely inside this struct.</summary>
/// <remarks>
/// Bit-equal to the Box2D snapshot bundled with pybox2d 2.3.10 (commit ed9d7b0): impulses solved one after another
/// with warm starting, position correction, sleeping, and continuous collision against resting bodies. Plain float32
/// in its order of operations, without fused multiply-add. Lists of the reference are newest first: arrays here are
/// oldest first and are read backwards where order matters. Only what the worlds use exists: terrain of edges and
/// polygons that rests, a few bodies of one polygon each that move and do not collide with one another, and revolute
/// joints between those.
/// </remarks>
internal struct PhysicsWorld
{
    public Vec2 Gravity;

    /// <summary>One over the length of the step before, or 0.</summary>
    public float InverseTimeStep;
    public int BodyCount;
    public int JointCount;
    public int ContactCount;
    public bool HasMovedFixtures;
    public BodyArray Bodies;
    public FixtureArray Fixtures;
    public PolygonArray Polygons;
    public JointArray Joints;
    public ContactArray Contacts;
    public TerrainPieces Terrain;

    /// <summary>Empties the scene; what it held does not matter.</summary>
    public void Clear(Vec2 gravity)
    {
        Gravity = gravity;
        InverseTimeStep = 0.0f;
        BodyCount = 0;
        JointCount = 0;
        ContactCount = 0;
        HasMovedFixtures = false;
        Terrain.Clear();
    }

    /// <summary>Advances the scene.</summary>
    [SkipLocalsInit]
    public void Step(in StepSettings step)
    {
        Unsafe.SkipInit(out Island island);
        BeginStep(ref island, in step);
        IslandSolver.Solve(ref island, in step);
        EndStep(ref island, in step);
    }

    /// <summary>The part of a step before its island is solved.</summary>
    /// <param name="island">Overwritten: the bodies that are to be solved; none where all sleep.</param>
    /// <param name="step">How the step is taken.</param>
    public void BeginStep(ref Island island, in StepSettings step)
    {
        PairFinder.FindNewContacts(ref this);
        ContactList.UpdateAll(ref this);
        IslandBuilder.Begin(ref this, ref island, in step);
    }

    /// <summary>The part of a step after its island is solved.</summary>
    public void EndStep(ref Island island, in StepSettings step)
    {
        IslandBuilder.End(ref this, ref island, in step);
        ImpactSolver.SolveAll(ref this, in step);
        InverseTimeStep = 1.0f / step.TimeStep;
        for (int i = 0; i < BodyCount; i++)
        {
            Bodies[i].Force = default;
            Bodies[i].Torque = 0.0f;
        }
    }
}
