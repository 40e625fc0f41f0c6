using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Collision;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>A touching contact prepared for the solver of one step.</summary>
/// <remarks>Order of operations as Box2D's b2ContactSolver.cpp (pybox2d 2.3.10).</remarks>
internal struct ContactConstraint
{
    public int IndexA;
    public int IndexB;

    /// <summary>Points whose velocity is solved: one fewer than the manifold has where two are redundant.</summary>
    public int PointCount;
    public float InverseMassA;
    public float InverseMassB;
    public float InverseInertiaA;
    public float InverseInertiaB;
    public float Friction;
    public Vec2 Normal;
    public ConstraintPoint Point0;
    public ConstraintPoint Point1;
    public BlockMatrix Block;

    private float _restitution;
    private int _manifoldPointCount;
    private ManifoldKind _kind;
    private Vec2 _localNormal;
    private Vec2 _localPoint;
    private Vec2 _localCentreA;
    private Vec2 _localCentreB;

    /// <summary>Reads what does not depend on positions.</summary>
    /// <param name="world">Owner of the contact.</param>
    /// <param name="contactIndex">A touching contact.</param>
    /// <param name="warmStartRatio">Scales the remembered impulses; 0 forgets them.</param>
    public void Load(ref PhysicsWorld world, int contactIndex, float warmStartRatio)
    {
        ref Contact contact = ref world.Contacts[contactIndex];
        ref RigidBody b = ref world.Bodies[contact.Body];
        ref Manifold manifold = ref contact.Manifold;
        IndexA = Island.Resting;
        IndexB = b.IslandIndex;
        InverseMassA = 0.0f;
        InverseMassB = b.InverseMass;
        InverseInertiaA = 0.0f;
        InverseInertiaB = b.InverseInertia;
        _localCentreA = default;
        _localCentreB = b.Sweep.LocalCentre;
        Friction = contact.Friction;
        _restitution = contact.Restitution;
        PointCount = manifold.PointCount;
        _manifoldPointCount = manifold.PointCount;
        _kind = manifold.Kind;
        _localNormal = manifold.LocalNormal;
        _localPoint = manifold.LocalPoint;
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
        ref SolverBody a = ref bodies[IndexA];
        ref SolverBody b = ref bodies[IndexB];
        var placementA = Transform.AroundCentre(a.Centre, a.Angle, _localCentreA);
        var placementB = Transform.AroundCentre(b.Centre, b.Angle, _localCentreB);
        bool onA = _kind == ManifoldKind.FaceA;
        Vec2 faceNormal = (onA ? placementA.Rotation : placementB.Rotation) * _localNormal;
        Vec2 plane = onA ? placementA * _localPoint : placementB * _localPoint;
        Normal = onA ? faceNormal : -faceNormal;

        Vec2 clip0 = onA ? placementB * Point0.Local : placementA * Point0.Local;
        PreparePoint(ref Point0, in a, in b, clip0, plane, faceNormal);
        if (PointCount < 2)
            return;
        Vec2 clip1 = onA ? placementB * Point1.Local : placementA * Point1.Local;
        PreparePoint(ref Point1, in a, in b, clip1, plane, faceNormal);
        if (!PrepareBlock())
            PointCount = 1;
    }

    public readonly void WarmStart(ref SolverBodyArray bodies)
    {
        ref SolverBody a = ref bodies[IndexA];
        ref SolverBody b = ref bodies[IndexB];
        Vec2 tangent = Vec2.Cross(Normal, 1.0f);
        WarmStartPoint(in Point0, tangent, ref a, ref b);
        if (PointCount > 1)
            WarmStartPoint(in Point1, tangent, ref a, ref b);
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
    public void SolveVelocity(ref SolverBodyArray bodies)
    {
        ref SolverBody a = ref bodies[IndexA];
        ref SolverBody b = ref bodies[IndexB];
        Vec2 tangent = Vec2.Cross(Normal, 1.0f);
        SolveFriction(ref Point0, tangent, ref a, ref b);
        if (PointCount == 1)
        {
            SolveNormal(ref a, ref b);
            return;
        }

        SolveFriction(ref Point1, tangent, ref a, ref b);
        SolveBlock(ref a, ref b);
    }

    /// <summary>Pushes the bodies apart, point by point.</summary>
    /// <param name="bodies">The island's.</param>
    /// <param name="share">How much of the error one iteration removes.</param>
    /// <param name="deepest">Lowered to the deepest separation met.</param>
    public readonly void SolvePosition(ref SolverBodyArray bodies, float share, ref float deepest)
    {
        ref SolverBody a = ref bodies[IndexA];
        ref SolverBody b = ref bodies[IndexB];
        float mA = InverseMassA;
        float iA = InverseInertiaA;
        float mB = InverseMassB;
        float iB = InverseInertiaB;
        for (int i = 0; i < _manifoldPointCount; i++)
        {
            Vec2 local = i == 0 ? Point0.Local : Point1.Local;
            float separation = Locate(in a, in b, local, out Vec2 point, out Vec2 normal);
            Vec2 rA = point - a.Centre;
            Vec2 rB = point - b.Centre;
            deepest = Scalar.Min(deepest, separation);
            float error = Scalar.Clamp(
                share * (separation + PhysicsSettings.LinearSlop), -PhysicsSettings.MaxLinearCorrection, 0.0f);
            float rnA = Vec2.Cross(rA, normal);
            float rnB = Vec2.Cross(rB, normal);
            float k = mA + mB + (iA * rnA * rnA) + (iB * rnB * rnB);
            float impulse = k > 0.0f ? -error / k : 0.0f;
            Vec2 push = impulse * normal;
            a.Centre -= mA * push;
            a.Angle -= iA * Vec2.Cross(rA, push);
            b.Centre += mB * push;
            b.Angle += iB * Vec2.Cross(rB, push);
        }
    }

    private static void LoadPoint(ref ConstraintPoint point, in ContactPoint source, float ratio)
    {
        point.NormalImpulse = ratio * source.NormalImpulse;
        point.TangentImpulse = ratio * source.TangentImpulse;
        point.Local = source.Local;
    }

    private readonly void PreparePoint(
        ref ConstraintPoint point, in SolverBody a, in SolverBody b, Vec2 clip, Vec2 plane, Vec2 faceNormal)
    {
        const float Radius = PhysicsSettings.SkinRadius;
        Vec2 onFace = clip + ((Radius - Vec2.Dot(clip - plane, faceNormal)) * faceNormal);
        Vec2 onOther = clip - (Radius * faceNormal);
        Vec2 middle = 0.5f * (onFace + onOther);
        point.ArmA = middle - a.Centre;
        point.ArmB = middle - b.Centre;
        point.NormalMass = EffectiveMass(in point, Normal);
        point.TangentMass = EffectiveMass(in point, Vec2.Cross(Normal, 1.0f));
        point.VelocityBias = 0.0f;
        float approach = Vec2.Dot(Normal, RelativeVelocity(in point, in a, in b));
        if (approach < -PhysicsSettings.RestitutionThreshold)
            point.VelocityBias = -_restitution * approach;
    }

    private readonly float EffectiveMass(in ConstraintPoint point, Vec2 direction)
    {
        float rA = Vec2.Cross(point.ArmA, direction);
        float rB = Vec2.Cross(point.ArmB, direction);
        float k = InverseMassA + InverseMassB + (InverseInertiaA * rA * rA) + (InverseInertiaB * rB * rB);
        return k > 0.0f ? 1.0f / k : 0.0f;
    }

    /// <returns>Whether the two points are independent enough to be solved together.</returns>
    private bool PrepareBlock()
    {
        float mass = InverseMassA + InverseMassB;
        float r1A = Vec2.Cross(Point0.ArmA, Normal);
        float r1B = Vec2.Cross(Point0.ArmB, Normal);
        float r2A = Vec2.Cross(Point1.ArmA, Normal);
        float r2B = Vec2.Cross(Point1.ArmB, Normal);
        float k11 = mass + (InverseInertiaA * r1A * r1A) + (InverseInertiaB * r1B * r1B);
        float k22 = mass + (InverseInertiaA * r2A * r2A) + (InverseInertiaB * r2B * r2B);
        float k12 = mass + (InverseInertiaA * r1A * r2A) + (InverseInertiaB * r1B * r2B);
        return Block.TrySet(k11, k12, k22);
    }

    private readonly void WarmStartPoint(in ConstraintPoint point, Vec2 tangent, ref SolverBody a, ref SolverBody b)
    {
        Vec2 impulse = (point.NormalImpulse * Normal) + (point.TangentImpulse * tangent);
        a.AngularVelocity -= InverseInertiaA * Vec2.Cross(point.ArmA, impulse);
        a.Velocity -= InverseMassA * impulse;
        b.AngularVelocity += InverseInertiaB * Vec2.Cross(point.ArmB, impulse);
        b.Velocity += InverseMassB * impulse;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vec2 RelativeVelocity(in ConstraintPoint point, in SolverBody a, in SolverBody b) =>
        b.Velocity + Vec2.Cross(b.AngularVelocity, point.ArmB) -
        a.Velocity - Vec2.Cross(a.AngularVelocity, point.ArmA);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Apply(in ConstraintPoint point, Vec2 impulse, ref SolverBody a, ref SolverBody b)
    {
        a.Velocity -= InverseMassA * impulse;
        a.AngularVelocity -= InverseInertiaA * Vec2.Cross(point.ArmA, impulse);
        b.Velocity += InverseMassB * impulse;
        b.AngularVelocity += InverseInertiaB * Vec2.Cross(point.ArmB, impulse);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void SolveFriction(ref ConstraintPoint point, Vec2 tangent, ref SolverBody a, ref SolverBody b)
    {
        float slip = Vec2.Dot(RelativeVelocity(in point, in a, in b), tangent);
        float wanted = point.TangentImpulse + (point.TangentMass * -slip);
        float most = Friction * point.NormalImpulse;
        float total = Scalar.Clamp(wanted, -most, most);
        float change = total - point.TangentImpulse;
        point.TangentImpulse = total;
        Apply(in point, change * tangent, ref a, ref b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SolveNormal(ref SolverBody a, ref SolverBody b)
    {
        float approach = Vec2.Dot(RelativeVelocity(in Point0, in a, in b), Normal);
        float wanted = -Point0.NormalMass * (approach - Point0.VelocityBias);
        float total = Scalar.Max(Point0.NormalImpulse + wanted, 0.0f);
        float change = total - Point0.NormalImpulse;
        Point0.NormalImpulse = total;
        Apply(in Point0, change * Normal, ref a, ref b);
    }

    /// <summary>Both normal impulses at once: the small complementarity problem, by trying its four cases.</summary>
    private void SolveBlock(ref SolverBody a, ref SolverBody b)
    {
        var old = new Vec2(Point0.NormalImpulse, Point1.NormalImpulse);
        Vec2 rest;
        rest.X = Vec2.Dot(RelativeVelocity(in Point0, in a, in b), Normal) - Point0.VelocityBias;
        rest.Y = Vec2.Dot(RelativeVelocity(in Point1, in a, in b), Normal) - Point1.VelocityBias;
        rest -= Block.Times(old);
        if (!Block.TrySolve(rest, Point0.NormalMass, Point1.NormalMass, out Vec2 total))
            return;

        Vec2 first = (total.X - old.X) * Normal;
        Vec2 second = (total.Y - old.Y) * Normal;
        Vec2 sum = first + second;
        a.Velocity -= InverseMassA * sum;
        a.AngularVelocity -=
            InverseInertiaA * (Vec2.Cross(Point0.ArmA, first) + Vec2.Cross(Point1.ArmA, second));
        b.Velocity += InverseMassB * sum;
        b.AngularVelocity +=
            InverseInertiaB * (Vec2.Cross(Point0.ArmB, first) + Vec2.Cross(Point1.ArmB, second));
        Point0.NormalImpulse = total.X;
        Point1.NormalImpulse = total.Y;
    }

    /// <summary>Where a point lies at the current positions.</summary>
    /// <returns>Its separation, less the skins.</returns>
    private readonly float Locate(in SolverBody a, in SolverBody b, Vec2 local, out Vec2 point, out Vec2 normal)
    {
        var placementA = Transform.AroundCentre(a.Centre, a.Angle, _localCentreA);
        var placementB = Transform.AroundCentre(b.Centre, b.Angle, _localCentreB);
        const float Radius = PhysicsSettings.SkinRadius;
        if (_kind == ManifoldKind.FaceA)
        {
            normal = placementA.Rotation * _localNormal;
            point = placementB * local;
            return Vec2.Dot(point - (placementA * _localPoint), normal) - Radius - Radius;
        }

        Vec2 faceNormal = placementB.Rotation * _localNormal;
        point = placementA * local;
        float separation = Vec2.Dot(point - (placementB * _localPoint), faceNormal) - Radius - Radius;
        normal = -faceNormal;
        return separation;
    }
}
