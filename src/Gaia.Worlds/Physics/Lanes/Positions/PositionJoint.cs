using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>One joint in each of eight islands: <see cref="JointConstraint.SolvePosition"/> in lanes.</summary>
internal struct PositionJoint
{
    /// <summary>A bit a lane: its limit is active.</summary>
    public int LimitLanes;

    private Vector256<float> _inverseMassA;
    private Vector256<float> _inverseMassB;
    private Vector256<float> _inverseInertiaA;
    private Vector256<float> _inverseInertiaB;
    private Vector256<float> _anchorAX;
    private Vector256<float> _anchorAY;
    private Vector256<float> _anchorBX;
    private Vector256<float> _anchorBY;
    private Vector256<float> _limitMask;
    private Vector256<float> _referenceAngle;

    /// <summary>Minus the motor's mass.</summary>
    private Vector256<float> _turnMass;

    /// <summary>The limit that the joint rests on.</summary>
    private Vector256<float> _limitAngle;

    /// <summary>The sign bit at the lower limit, where an angle that is too small is an error.</summary>
    private Vector256<float> _errorSign;

    /// <summary>Added to a correction: the slop, with the sign that lessens it.</summary>
    private Vector256<float> _slop;
    private Vector256<float> _leastCorrection;
    private Vector256<float> _mostCorrection;

    public void Load(int lane, in JointConstraint joint)
    {
        Lane.Set(ref _inverseMassA, lane, joint.InverseMassA);
        Lane.Set(ref _inverseMassB, lane, joint.InverseMassB);
        Lane.Set(ref _inverseInertiaA, lane, joint.InverseInertiaA);
        Lane.Set(ref _inverseInertiaB, lane, joint.InverseInertiaB);
        Lane.Set(ref _anchorAX, lane, joint.AnchorA.X);
        Lane.Set(ref _anchorAY, lane, joint.AnchorA.Y);
        Lane.Set(ref _anchorBX, lane, joint.AnchorB.X);
        Lane.Set(ref _anchorBY, lane, joint.AnchorB.Y);
        Lane.SetMask(ref _limitMask, lane, joint.LimitActive);
        LimitLanes = (LimitLanes & ~(1 << lane)) | ((joint.LimitActive ? 1 : 0) << lane);
        if (joint.LimitActive)
            LoadLimit(lane, in joint);
    }

    /// <summary>A lane is done: where none has an active limit, limits are skipped from now on.</summary>
    public void Leave(int lane) => LimitLanes &= ~(1 << lane);

    /// <summary>Moves the bodies towards the joint.</summary>
    /// <returns>All bits of a lane set where anchor and angle were within their slop before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<float> Solve(ref PositionBody a, ref PositionBody b)
    {
        Vector256<float> solved = Vector256<float>.AllBitsSet;
        if (LimitLanes != 0)
            solved = SolveAngle(ref a.Angle, ref b.Angle);

        StrictLanes.SinCos(a.Angle, out Vector256<float> sineA, out Vector256<float> cosineA);
        StrictLanes.SinCos(b.Angle, out Vector256<float> sineB, out Vector256<float> cosineB);
        Vector256<float> rAX = (cosineA * _anchorAX) - (sineA * _anchorAY);
        Vector256<float> rAY = (sineA * _anchorAX) + (cosineA * _anchorAY);
        Vector256<float> rBX = (cosineB * _anchorBX) - (sineB * _anchorBY);
        Vector256<float> rBY = (sineB * _anchorBX) + (cosineB * _anchorBY);
        Vector256<float> errorX = b.CentreX + rBX - a.CentreX - rAX;
        Vector256<float> errorY = b.CentreY + rBY - a.CentreY - rAY;
        var distance = Vector256.Sqrt((errorX * errorX) + (errorY * errorY));

        Vector256<float> mass = _inverseMassA + _inverseMassB;
        Vector256<float> iA = _inverseInertiaA;
        Vector256<float> iB = _inverseInertiaB;
        Vector256<float> kxx = mass + (iA * rAY * rAY) + (iB * rBY * rBY);
        Vector256<float> kxy = (-iA * rAX * rAY) - (iB * rBX * rBY);
        Vector256<float> kyy = mass + (iA * rAX * rAX) + (iB * rBX * rBX);
        Vector256<float> inverse = InverseOrZero((kxx * kyy) - (kxy * kxy));
        Vector256<float> x = -(inverse * ((kyy * errorX) - (kxy * errorY)));
        Vector256<float> y = -(inverse * ((kxx * errorY) - (kxy * errorX)));

        a.CentreX -= _inverseMassA * x;
        a.CentreY -= _inverseMassA * y;
        a.Angle -= iA * ((rAX * y) - (rAY * x));
        b.CentreX += _inverseMassB * x;
        b.CentreY += _inverseMassB * y;
        b.Angle += iB * ((rBX * y) - (rBY * x));
        return solved & Vector256.LessThanOrEqual(distance, Vector256.Create(PhysicsSettings.LinearSlop));
    }

    private void LoadLimit(int lane, in JointConstraint joint)
    {
        const float Most = PhysicsSettings.MaxAngularCorrection;
        const float Slop = PhysicsSettings.AngularSlop;
        bool isLower = joint.Limit == LimitState.AtLower;
        Lane.Set(ref _referenceAngle, lane, joint.ReferenceAngle);
        Lane.Set(ref _turnMass, lane, -joint.MotorMass);
        Lane.Set(ref _limitAngle, lane, isLower ? joint.LowerAngle : joint.UpperAngle);
        Lane.Set(ref _errorSign, lane, isLower ? -0.0f : 0.0f);
        Lane.Set(ref _slop, lane, isLower ? Slop : -Slop);
        Lane.Set(ref _leastCorrection, lane, isLower ? -Most : 0.0f);
        Lane.Set(ref _mostCorrection, lane, isLower ? 0.0f : Most);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<float> SolveAngle(ref Vector256<float> angleA, ref Vector256<float> angleB)
    {
        Vector256<float> beyond = angleB - angleA - _referenceAngle - _limitAngle;
        Vector256<float> error = (beyond ^ _errorSign) & _limitMask;
        Vector256<float> correction = Lane.Clamp(beyond + _slop, _leastCorrection, _mostCorrection);
        Vector256<float> impulse = _turnMass * correction;
        angleA = Vector256.ConditionalSelect(_limitMask, angleA - (_inverseInertiaA * impulse), angleA);
        angleB = Vector256.ConditionalSelect(_limitMask, angleB + (_inverseInertiaB * impulse), angleB);
        return Vector256.LessThanOrEqual(error, Vector256.Create(PhysicsSettings.AngularSlop));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> InverseOrZero(Vector256<float> determinant) => Vector256.ConditionalSelect(
        Vector256.Equals(determinant, Vector256<float>.Zero), determinant, Vector256<float>.One / determinant);
}
