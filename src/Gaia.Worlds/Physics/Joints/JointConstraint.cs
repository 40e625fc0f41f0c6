using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Joints;

/// <summary>A revolute joint prepared for the solver of one step.</summary>
/// <remarks>
/// Order of operations as Box2D's b2RevoluteJoint.cpp (pybox2d 2.3.10). What one step does not change, the inverse
/// determinants and one cross product, is computed once: that does not move a bit.
/// </remarks>
internal struct JointConstraint
{
    public int IndexA;
    public int IndexB;
    public LimitState Limit;
    public bool MotorActive;
    public bool LimitActive;
    public float InverseMassA;
    public float InverseMassB;
    public float InverseInertiaA;
    public float InverseInertiaB;
    public Vec2 ArmA;
    public Vec2 ArmB;

    // The symmetric effective mass matrix of point (x, y) and angle (z).
    public float Kxx;
    public float Kxy;
    public float Kxz;
    public float Kyy;
    public float Kyz;
    public float Kzz;
    public float InverseDeterminant2;
    public float InverseDeterminant3;

    // Second column of the matrix times the third.
    public float CrossX;
    public float CrossY;
    public float CrossZ;

    public float MotorMass;
    public float MotorSpeed;
    public float MaxMotorImpulse;

    public HingeImpulses Impulses;

    // For the position solver.
    public Vec2 AnchorA;
    public Vec2 AnchorB;
    public float ReferenceAngle;
    public float LowerAngle;
    public float UpperAngle;

    /// <summary>Reads the joint, warm-starts it and computes everything that stays for the step.</summary>
    public void Prepare(
        ref PhysicsWorld world, int jointIndex, ref SolverBodyArray bodies, float timeStep, float warmStartRatio)
    {
        ref RevoluteJoint joint = ref world.Joints[jointIndex];
        ref RigidBody bodyA = ref world.Bodies[joint.BodyA];
        ref RigidBody bodyB = ref world.Bodies[joint.BodyB];
        IndexA = bodyA.IslandIndex;
        IndexB = bodyB.IslandIndex;
        InverseMassA = bodyA.InverseMass;
        InverseMassB = bodyB.InverseMass;
        InverseInertiaA = bodyA.InverseInertia;
        InverseInertiaB = bodyB.InverseInertia;
        AnchorA = joint.LocalAnchorA - bodyA.Sweep.LocalCentre;
        AnchorB = joint.LocalAnchorB - bodyB.Sweep.LocalCentre;
        ReferenceAngle = joint.ReferenceAngle;
        LowerAngle = joint.LowerAngle;
        UpperAngle = joint.UpperAngle;

        ref SolverBody a = ref bodies[IndexA];
        ref SolverBody b = ref bodies[IndexB];

        // Bodies are still placed at the angles that the island begins with.
        ArmA = bodyA.Placement.Rotation * AnchorA;
        ArmB = bodyB.Placement.Rotation * AnchorB;
        PrepareMatrix();
        PrepareLimitAndMotor(in joint, b.Angle - a.Angle - joint.ReferenceAngle, timeStep);
        WarmStart(ref a, ref b, warmStartRatio);
    }

    /// <summary>Keeps the impulses for the next warm start.</summary>
    public readonly void Store(ref RevoluteJoint joint)
    {
        joint.Limit = Limit;
        joint.PointImpulse = Impulses.Point;
        joint.LimitImpulse = Impulses.Limit;
        joint.MotorImpulse = Impulses.Motor;
    }

    private void PrepareMatrix()
    {
        float mA = InverseMassA;
        float mB = InverseMassB;
        float iA = InverseInertiaA;
        float iB = InverseInertiaB;
        Kxx = mA + mB + (ArmA.Y * ArmA.Y * iA) + (ArmB.Y * ArmB.Y * iB);
        Kxy = (-ArmA.Y * ArmA.X * iA) - (ArmB.Y * ArmB.X * iB);
        Kxz = (-ArmA.Y * iA) - (ArmB.Y * iB);
        Kyy = mA + mB + (ArmA.X * ArmA.X * iA) + (ArmB.X * ArmB.X * iB);
        Kyz = (ArmA.X * iA) + (ArmB.X * iB);
        Kzz = iA + iB;
        MotorMass = Kzz > 0.0f ? 1.0f / Kzz : Kzz;

        CrossX = (Kyy * Kzz) - (Kyz * Kyz);
        CrossY = (Kyz * Kxz) - (Kxy * Kzz);
        CrossZ = (Kxy * Kyz) - (Kyy * Kxz);
        InverseDeterminant3 = InverseOrZero((Kxx * CrossX) + (Kxy * CrossY) + (Kxz * CrossZ));
        InverseDeterminant2 = InverseOrZero((Kxx * Kyy) - (Kxy * Kxy));
    }

    private static float InverseOrZero(float determinant) => determinant != 0.0f ? 1.0f / determinant : determinant;

    private void PrepareLimitAndMotor(in RevoluteJoint joint, float angle, float timeStep)
    {
        bool turns = Kzz != 0.0f;
        Impulses.Point = joint.PointImpulse;
        Impulses.Limit = joint.LimitImpulse;
        Impulses.Motor = joint.HasMotor && turns ? joint.MotorImpulse : 0.0f;
        MotorSpeed = joint.MotorSpeed;
        MaxMotorImpulse = timeStep * joint.MaxMotorTorque;
        Limit = joint.HasLimit && turns ? LimitAt(in joint, angle) : LimitState.Inactive;

        // Without a limit the old impulse stays, as in the reference, where nothing reads it but the warm start.
        bool keeps = !(joint.HasLimit && turns) || Limit == LimitState.Equal;
        if (!keeps && (Limit == LimitState.Inactive || Limit != joint.Limit))
            Impulses.Limit = 0.0f;
        MotorActive = joint.HasMotor && Limit != LimitState.Equal && turns;
        LimitActive = joint.HasLimit && Limit != LimitState.Inactive && turns;
    }

    private static LimitState LimitAt(in RevoluteJoint joint, float angle)
    {
        if (Scalar.Abs(joint.UpperAngle - joint.LowerAngle) < 2.0f * PhysicsSettings.AngularSlop)
            return LimitState.Equal;
        if (angle <= joint.LowerAngle)
            return LimitState.AtLower;
        return angle >= joint.UpperAngle ? LimitState.AtUpper : LimitState.Inactive;
    }

    private void WarmStart(ref SolverBody a, ref SolverBody b, float ratio)
    {
        Impulses.Point = ratio * Impulses.Point;
        Impulses.Limit = ratio * Impulses.Limit;
        Impulses.Motor *= ratio;
        Vec2 point = Impulses.Point;
        a.Velocity -= InverseMassA * point;
        a.AngularVelocity -= InverseInertiaA * (Vec2.Cross(ArmA, point) + Impulses.Motor + Impulses.Limit);
        b.Velocity += InverseMassB * point;
        b.AngularVelocity += InverseInertiaB * (Vec2.Cross(ArmB, point) + Impulses.Motor + Impulses.Limit);
    }

    /// <summary>One iteration on the velocities of the two bodies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SolveVelocity(ref SolverBodyArray bodies)
    {
        ref SolverBody a = ref bodies[IndexA];
        ref SolverBody b = ref bodies[IndexB];
        Solve(ref a.Velocity, ref a.AngularVelocity, ref b.Velocity, ref b.AngularVelocity, ref Impulses);
    }

    /// <summary>The same on velocities and impulses wherever the caller keeps them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Solve(
        ref Vec2 velocityA, ref float turnA, ref Vec2 velocityB, ref float turnB, ref HingeImpulses impulses)
    {
        float wA = turnA;
        float wB = turnB;
        if (MotorActive)
        {
            float old = impulses.Motor;
            float wanted = old + (-MotorMass * (wB - wA - MotorSpeed));
            float total = Scalar.Clamp(wanted, -MaxMotorImpulse, MaxMotorImpulse);
            float change = total - old;
            impulses.Motor = total;
            wA -= InverseInertiaA * change;
            wB += InverseInertiaB * change;
        }

        float errorX = velocityB.X - (wB * ArmB.Y) - velocityA.X + (wA * ArmA.Y);
        float errorY = velocityB.Y + (wB * ArmB.X) - velocityA.Y - (wA * ArmA.X);
        Vec2 point;
        float momentA;
        float momentB;
        if (LimitActive)
        {
            point = SolveLimit(errorX, errorY, wB - wA, ref impulses.Limit, out float angular);
            momentA = Vec2.Cross(ArmA, point) + angular;
            momentB = Vec2.Cross(ArmB, point) + angular;
        }
        else
        {
            point = SolvePoint(-errorX, -errorY);
            momentA = Vec2.Cross(ArmA, point);
            momentB = Vec2.Cross(ArmB, point);
        }

        impulses.LastPoint = point;
        impulses.Point += point;
        velocityA -= InverseMassA * point;
        velocityB += InverseMassB * point;
        turnA = wA - (InverseInertiaA * momentA);
        turnB = wB + (InverseInertiaB * momentB);
    }

    /// <summary>The impulse that answers a right-hand side of the point constraint alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vec2 SolvePoint(float x, float y) => new(
        InverseDeterminant2 * ((Kyy * x) - (Kxy * y)),
        InverseDeterminant2 * ((Kxx * y) - (Kxy * x)));

    /// <summary>Point and angle together; the angle lets go where its impulse would pull.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vec2 SolveLimit(float x, float y, float z, ref float limitImpulse, out float angular)
    {
        float answerZ = InverseDeterminant3 * (
            (Kxx * ((Kyy * z) - (Kyz * y))) + (Kxy * ((Kyz * x) - (Kxy * z))) + (Kxz * ((Kxy * y) - (Kyy * x))));
        angular = -answerZ;
        float total = limitImpulse + angular;
        bool pulls = (Limit == LimitState.AtLower && total < 0.0f) || (Limit == LimitState.AtUpper && total > 0.0f);
        if (pulls)
        {
            float old = limitImpulse;
            angular = -old;
            limitImpulse = 0.0f;
            return SolvePoint(-x + (old * Kxz), -y + (old * Kyz));
        }

        limitImpulse = total;
        float answerX = InverseDeterminant3 * ((x * CrossX) + (y * CrossY) + (z * CrossZ));
        float answerY = InverseDeterminant3 * (
            (Kxx * ((y * Kzz) - (z * Kyz))) + (Kxy * ((z * Kxz) - (x * Kzz))) + (Kxz * ((x * Kyz) - (y * Kxz))));
        return new Vec2(-answerX, -answerY);
    }

    /// <summary>Moves the bodies towards the joint.</summary>
    /// <returns>Whether anchor and angle were within their slop before.</returns>
    public readonly bool SolvePosition(ref SolverBodyArray bodies)
    {
        ref SolverBody a = ref bodies[IndexA];
        ref SolverBody b = ref bodies[IndexB];
        float angularError = LimitActive ? SolveAngle(ref a.Angle, ref b.Angle) : 0.0f;

        Vec2 rA = Rotation.FromAngle(a.Angle) * AnchorA;
        Vec2 rB = Rotation.FromAngle(b.Angle) * AnchorB;
        Vec2 error = b.Centre + rB - a.Centre - rA;
        float distance = error.Length();
        float mA = InverseMassA;
        float mB = InverseMassB;
        float iA = InverseInertiaA;
        float iB = InverseInertiaB;
        float kxx = mA + mB + (iA * rA.Y * rA.Y) + (iB * rB.Y * rB.Y);
        float kxy = (-iA * rA.X * rA.Y) - (iB * rB.X * rB.Y);
        float kyy = mA + mB + (iA * rA.X * rA.X) + (iB * rB.X * rB.X);
        float inverse = InverseOrZero((kxx * kyy) - (kxy * kxy));
        Vec2 impulse;
        impulse.X = -(inverse * ((kyy * error.X) - (kxy * error.Y)));
        impulse.Y = -(inverse * ((kxx * error.Y) - (kxy * error.X)));

        a.Centre -= mA * impulse;
        a.Angle -= iA * Vec2.Cross(rA, impulse);
        b.Centre += mB * impulse;
        b.Angle += iB * Vec2.Cross(rB, impulse);
        return distance <= PhysicsSettings.LinearSlop && angularError <= PhysicsSettings.AngularSlop;
    }

    private readonly float SolveAngle(ref float angleA, ref float angleB)
    {
        const float MaxCorrection = PhysicsSettings.MaxAngularCorrection;
        float angle = angleB - angleA - ReferenceAngle;
        float correction;
        float error;
        if (Limit == LimitState.Equal)
        {
            correction = Scalar.Clamp(angle - LowerAngle, -MaxCorrection, MaxCorrection);
            error = Scalar.Abs(correction);
        }
        else if (Limit == LimitState.AtLower)
        {
            correction = angle - LowerAngle;
            error = -correction;
            correction = Scalar.Clamp(correction + PhysicsSettings.AngularSlop, -MaxCorrection, 0.0f);
        }
        else
        {
            correction = angle - UpperAngle;
            error = correction;
            correction = Scalar.Clamp(correction - PhysicsSettings.AngularSlop, 0.0f, MaxCorrection);
        }

        float impulse = -MotorMass * correction;
        angleA -= InverseInertiaA * impulse;
        angleB += InverseInertiaB * impulse;
        return error;
    }
}
