using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Collision;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>A touching contact prepared for the solver of one step.</summary>
/// <remarks>
/// Order of operations as Box2D's b2ContactSolver.cpp (pybox2d 2.3.10). Its shape A rests at the origin, without
/// inverse mass and inertia: what their zeros would be added to has the same bits without, and is left out.
/// </remarks>
internal struct ContactConstraint
{
    public int IndexB;

    /// <summary>Points whose velocity is solved: one fewer than the manifold has where two are redundant.</summary>
    public int PointCount;
    public float InverseMassB;
    public float InverseInertiaB;
    public float Friction;
    public Vec2 Normal;
    public ConstraintPoint Point0;
    public ConstraintPoint Point1;
    public BlockMatrix Block;

    // For the position solver.
    public int ManifoldPointCount;
    public ManifoldKind Kind;
    public Vec2 LocalNormal;
    public Vec2 LocalPoint;
    public Vec2 LocalCentre;

    private float _restitution;

    /// <summary>Reads what does not depend on positions.</summary>
    /// <param name="world">Owner of the contact.</param>
    /// <param name="contactIndex">A touching contact.</param>
    /// <param name="warmStartRatio">Scales the remembered impulses; 0 forgets them.</param>
    public void Load(ref PhysicsWorld world, int contactIndex, float warmStartRatio)
    {
        ref Contact contact = ref world.Contacts[contactIndex];
        ref RigidBody b = ref world.Bodies[contact.Body];
        ref Manifold manifold = ref contact.Manifold;
        IndexB = b.IslandIndex;
        InverseMassB = b.InverseMass;
        InverseInertiaB = b.InverseInertia;
        LocalCentre = b.Sweep.LocalCentre;
        Friction = contact.Friction;
        _restitution = contact.Restitution;
        PointCount = manifold.PointCount;
        ManifoldPointCount = manifold.PointCount;
        Kind = manifold.Kind;
        LocalNormal = manifold.LocalNormal;
        LocalPoint = manifold.LocalPoint;
        LoadPoint(ref Point0, in manifold.Point0, warmStartRatio);
        if (PointCount > 1)
            LoadPoint(ref Point1, in manifold.Point1, warmStartRatio);
    }

    /// <summary>Forgets remembered impulses, as the solver of an impact does.</summary>
    public void ForgetImpulses()
    {
        Point0.NormalImpulse = 0.0f;
        Point0.TangentImpulse = 0.0f;
        Point1.NormalImpulse = 0.0f;
        Point1.TangentImpulse = 0.0f;
    }

    /// <summary>Computes arms, masses and the velocity aimed at, from the positions in the island.</summary>
    public void Prepare(ref SolverBodyArray bodies)
    {
        ref SolverBody b = ref bodies[IndexB];
        Transform placementA = Transform.Identity;
        var placementB = Transform.AroundCentre(b.Centre, b.Angle, LocalCentre);
        bool onA = Kind == ManifoldKind.FaceA;
        Vec2 faceNormal = (onA ? placementA.Rotation : placementB.Rotation) * LocalNormal;
        Vec2 plane = onA ? placementA * LocalPoint : placementB * LocalPoint;
        Normal = onA ? faceNormal : -faceNormal;

        Vec2 clip0 = onA ? placementB * Point0.Local : placementA * Point0.Local;
        PreparePoint(ref Point0, in b, clip0, plane, faceNormal);
        if (PointCount < 2)
            return;
        Vec2 clip1 = onA ? placementB * Point1.Local : placementA * Point1.Local;
        PreparePoint(ref Point1, in b, clip1, plane, faceNormal);
        if (!PrepareBlock())
            PointCount = 1;
    }

    public readonly void WarmStart(ref SolverBodyArray bodies)
    {
        ref SolverBody b = ref bodies[IndexB];
        Vec2 tangent = Vec2.Cross(Normal, 1.0f);
        WarmStartPoint(in Point0, tangent, ref b);
        if (PointCount > 1)
            WarmStartPoint(in Point1, tangent, ref b);
    }

    /// <summary>Keeps the impulses for the next warm start.</summary>
    public readonly void Store(ref Manifold manifold)
    {
        manifold.Point0.NormalImpulse = Point0.NormalImpulse;
        manifold.Point0.TangentImpulse = Point0.TangentImpulse;
        if (PointCount < 2)
            return;
        manifold.Point1.NormalImpulse = Point1.NormalImpulse;
        manifold.Point1.TangentImpulse = Point1.TangentImpulse;
    }

    /// <summary>One iteration on the velocities: friction first, then not sinking in, which matters more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SolveVelocity(ref SolverBodyArray bodies)
    {
        ref SolverBody b = ref bodies[IndexB];
        SolveVelocity(ref b.Velocity, ref b.AngularVelocity);
    }

    /// <summary>The same on the velocities of the moving body wherever the caller keeps them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SolveVelocity(ref Vec2 velocity, ref float turn)
    {
        Vec2 tangent = Vec2.Cross(Normal, 1.0f);
        SolveFriction(ref Point0, tangent, ref velocity, ref turn);
        if (PointCount == 1)
        {
            SolveNormal(ref velocity, ref turn);
            return;
        }

        SolveFriction(ref Point1, tangent, ref velocity, ref turn);
        SolveBlock(ref velocity, ref turn);
    }

    /// <summary>Pushes the bodies apart, point by point.</summary>
    /// <param name="bodies">The island's.</param>
    /// <param name="share">How much of the error one iteration removes.</param>
    /// <param name="deepest">Lowered to the deepest separation met.</param>
    public readonly void SolvePosition(ref SolverBodyArray bodies, float share, ref float deepest)
    {
        ref SolverBody b = ref bodies[IndexB];
        for (int i = 0; i < ManifoldPointCount; i++)
        {
            Vec2 local = i == 0 ? Point0.Local : Point1.Local;
            float separation = Locate(in b, local, out Vec2 point, out Vec2 normal);
            Vec2 rB = point - b.Centre;
            deepest = Scalar.Min(deepest, separation);
            float error = Scalar.Clamp(
                share * (separation + PhysicsSettings.LinearSlop), -PhysicsSettings.MaxLinearCorrection, 0.0f);
            float rnB = Vec2.Cross(rB, normal);
            float k = InverseMassB + (InverseInertiaB * rnB * rnB);
            float impulse = k > 0.0f ? -error / k : 0.0f;
            Vec2 push = impulse * normal;
            b.Centre += InverseMassB * push;
            b.Angle += InverseInertiaB * Vec2.Cross(rB, push);
        }
    }

    private static void LoadPoint(ref ConstraintPoint point, in ContactPoint source, float ratio)
    {
        point.NormalImpulse = ratio * source.NormalImpulse;
        point.TangentImpulse = ratio * source.TangentImpulse;
        point.Local = source.Local;
    }

    private readonly void PreparePoint(
        ref ConstraintPoint point, in SolverBody b, Vec2 clip, Vec2 plane, Vec2 faceNormal)
    {
        const float Radius = PhysicsSettings.SkinRadius;
        Vec2 onFace = clip + ((Radius - Vec2.Dot(clip - plane, faceNormal)) * faceNormal);
        Vec2 onOther = clip - (Radius * faceNormal);
        Vec2 middle = 0.5f * (onFace + onOther);
        point.ArmA = middle;
        point.ArmB = middle - b.Centre;
        point.NormalMass = EffectiveMass(in point, Normal);
        point.TangentMass = EffectiveMass(in point, Vec2.Cross(Normal, 1.0f));
        point.VelocityBias = 0.0f;
        float approach = Vec2.Dot(Normal, RelativeVelocity(in point, b.Velocity, b.AngularVelocity));
        if (approach < -PhysicsSettings.RestitutionThreshold)
            point.VelocityBias = -_restitution * approach;
    }

    private readonly float EffectiveMass(in ConstraintPoint point, Vec2 direction)
    {
        float rB = Vec2.Cross(point.ArmB, direction);
        float k = InverseMassB + (InverseInertiaB * rB * rB);
        return k > 0.0f ? 1.0f / k : 0.0f;
    }

    /// <returns>Whether the two points are independent enough to be solved together.</returns>
    private bool PrepareBlock()
    {
        float r1B = Vec2.Cross(Point0.ArmB, Normal);
        float r2B = Vec2.Cross(Point1.ArmB, Normal);
        float k11 = InverseMassB + (InverseInertiaB * r1B * r1B);
        float k22 = InverseMassB + (InverseInertiaB * r2B * r2B);
        float k12 = InverseMassB + (InverseInertiaB * r1B * r2B);
        return Block.TrySet(k11, k12, k22);
    }

    private readonly void WarmStartPoint(in ConstraintPoint point, Vec2 tangent, ref SolverBody b)
    {
        Vec2 impulse = (point.NormalImpulse * Normal) + (point.TangentImpulse * tangent);
        b.AngularVelocity += InverseInertiaB * Vec2.Cross(point.ArmB, impulse);
        b.Velocity += InverseMassB * impulse;
    }

    /// <summary>Velocity of the moving body at a point, less that of what rests.</summary>
    /// <remarks>
    /// What rests has velocity 0, but its turn of 0 times its arm is a zero of either sign, which can turn a -0 into
    /// +0. It is taken off before the turn of the body is added: the same bits, and off the chain of operations.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vec2 RelativeVelocity(in ConstraintPoint point, Vec2 velocity, float turn) =>
        velocity - Vec2.Cross(0.0f, point.ArmA) + Vec2.Cross(turn, point.ArmB);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void SolveFriction(ref ConstraintPoint point, Vec2 tangent, ref Vec2 velocity, ref float turn)
    {
        float slip = Vec2.Dot(RelativeVelocity(in point, velocity, turn), tangent);
        float wanted = point.TangentImpulse + (point.TangentMass * -slip);
        float most = Friction * point.NormalImpulse;
        float total = Scalar.Clamp(wanted, -most, most);
        float change = total - point.TangentImpulse;
        point.TangentImpulse = total;
        Vec2 impulse = change * tangent;
        velocity += InverseMassB * impulse;
        turn += InverseInertiaB * Vec2.Cross(point.ArmB, impulse);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SolveNormal(ref Vec2 velocity, ref float turn)
    {
        float approach = Vec2.Dot(RelativeVelocity(in Point0, velocity, turn), Normal);
        float wanted = -Point0.NormalMass * (approach - Point0.VelocityBias);
        float total = Scalar.Max(Point0.NormalImpulse + wanted, 0.0f);
        float change = total - Point0.NormalImpulse;
        Point0.NormalImpulse = total;
        Vec2 impulse = change * Normal;
        velocity += InverseMassB * impulse;
        turn += InverseInertiaB * Vec2.Cross(Point0.ArmB, impulse);
    }

    /// <summary>Both normal impulses at once: the small complementarity problem, by trying its four cases.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SolveBlock(ref Vec2 velocity, ref float turn)
    {
        var old = new Vec2(Point0.NormalImpulse, Point1.NormalImpulse);
        Vec2 rest;
        rest.X = Vec2.Dot(RelativeVelocity(in Point0, velocity, turn), Normal) - Point0.VelocityBias;
        rest.Y = Vec2.Dot(RelativeVelocity(in Point1, velocity, turn), Normal) - Point1.VelocityBias;
        rest -= Block.Times(old);
        if (!Block.TrySolve(rest, Point0.NormalMass, Point1.NormalMass, out Vec2 total))
            return;

        Vec2 first = (total.X - old.X) * Normal;
        Vec2 second = (total.Y - old.Y) * Normal;
        velocity += InverseMassB * (first + second);
        turn += InverseInertiaB * (Vec2.Cross(Point0.ArmB, first) + Vec2.Cross(Point1.ArmB, second));
        Point0.NormalImpulse = total.X;
        Point1.NormalImpulse = total.Y;
    }

    /// <summary>Where a point lies at the current positions.</summary>
    /// <returns>Its separation, less the skins.</returns>
    private readonly float Locate(in SolverBody b, Vec2 local, out Vec2 point, out Vec2 normal)
    {
        Transform placementA = Transform.Identity;
        var placementB = Transform.AroundCentre(b.Centre, b.Angle, LocalCentre);
        const float Radius = PhysicsSettings.SkinRadius;
        if (Kind == ManifoldKind.FaceA)
        {
            normal = placementA.Rotation * LocalNormal;
            point = placementB * local;
            return Vec2.Dot(point - (placementA * LocalPoint), normal) - Radius - Radius;
        }

        Vec2 faceNormal = placementB.Rotation * LocalNormal;
        point = placementA * local;
        float separation = Vec2.Dot(point - (placementB * LocalPoint), faceNormal) - Radius - Radius;
        normal = -faceNormal;
        return separation;
    }
}
