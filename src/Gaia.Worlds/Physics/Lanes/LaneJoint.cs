using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>One joint in each of eight islands: <see cref="JointConstraint.Solve"/> in lanes.</summary>
/// <remarks>
/// Every lane does the operations of the scalar form in its order; what differs is only how a choice is made. A lane
/// whose limit is inactive takes part in the arithmetic of limits with numbers that leave all as it is: adding -0 to
/// anything, and subtracting +0, are the two operations that change no bit of any number.
/// </remarks>
internal struct LaneJoint
{
    /// <summary>A bit a lane: its limit is active.</summary>
    public int LimitLanes;

    public Vector256<float> Motor;
    public Vector256<float> Limit;
    public Vector256<float> PointX;
    public Vector256<float> PointY;

    /// <summary>What each iteration of a block has added to the point impulse.</summary>
    public LaneSteps StepsX;
    public LaneSteps StepsY;

    private Vector256<float> _motorMass;
    private Vector256<float> _motorSpeed;
    private Vector256<float> _maxMotor;
    private Vector256<float> _inverseMassA;
    private Vector256<float> _inverseMassB;
    private Vector256<float> _inverseInertiaA;
    private Vector256<float> _inverseInertiaB;
    private Vector256<float> _armAX;
    private Vector256<float> _armAY;
    private Vector256<float> _armBX;
    private Vector256<float> _armBY;
    private Vector256<float> _kxx;
    private Vector256<float> _kxy;
    private Vector256<float> _kxz;
    private Vector256<float> _kyy;
    private Vector256<float> _kyz;
    private Vector256<float> _kzz;
    private Vector256<float> _crossX;
    private Vector256<float> _crossY;
    private Vector256<float> _crossZ;
    private Vector256<float> _inverseDeterminant2;
    private Vector256<float> _inverseDeterminant3;

    /// <summary>Minus <see cref="_inverseDeterminant3"/>.</summary>
    private Vector256<float> _minusInverseDeterminant3;

    /// <summary>What a limit that lets go gives back to the anchors; -0 without an active limit.</summary>
    private Vector256<float> _returnX;
    private Vector256<float> _returnY;

    /// <summary>The sign bit where a negative impulse pulls, as at the lower limit.</summary>
    private Vector256<float> _pullSign;

    private Vector256<float> _limitMask;

    public void Load(int lane, in JointConstraint joint)
    {
        LoadMatrix(lane, in joint);
        Lane.Set(ref _motorMass, lane, -joint.MotorMass);
        Lane.Set(ref _motorSpeed, lane, joint.MotorSpeed);
        Lane.Set(ref _maxMotor, lane, joint.MaxMotorImpulse);
        Lane.Set(ref _inverseMassA, lane, joint.InverseMassA);
        Lane.Set(ref _inverseMassB, lane, joint.InverseMassB);
        Lane.Set(ref _inverseInertiaA, lane, joint.InverseInertiaA);
        Lane.Set(ref _inverseInertiaB, lane, joint.InverseInertiaB);
        Lane.Set(ref _armAX, lane, joint.ArmA.X);
        Lane.Set(ref _armAY, lane, joint.ArmA.Y);
        Lane.Set(ref _armBX, lane, joint.ArmB.X);
        Lane.Set(ref _armBY, lane, joint.ArmB.Y);
        Lane.Set(ref Motor, lane, joint.Impulses.Motor);
        Lane.Set(ref PointX, lane, joint.Impulses.Point.X);
        Lane.Set(ref PointY, lane, joint.Impulses.Point.Y);

        bool active = joint.LimitActive;
        LimitLanes = (LimitLanes & ~(1 << lane)) | ((active ? 1 : 0) << lane);
        Lane.Set(ref Limit, lane, active ? joint.Impulses.Limit : 0.0f);
        Lane.Set(ref _returnX, lane, active ? joint.Kxz : -0.0f);
        Lane.Set(ref _returnY, lane, active ? joint.Kyz : -0.0f);
        Lane.Set(ref _pullSign, lane, joint.Limit == LimitState.AtLower ? -0.0f : 0.0f);
        Lane.SetMask(ref _limitMask, lane, active);
    }

    private void LoadMatrix(int lane, in JointConstraint joint)
    {
        Lane.Set(ref _kxx, lane, joint.Kxx);
        Lane.Set(ref _kxy, lane, joint.Kxy);
        Lane.Set(ref _kxz, lane, joint.Kxz);
        Lane.Set(ref _kyy, lane, joint.Kyy);
        Lane.Set(ref _kyz, lane, joint.Kyz);
        Lane.Set(ref _kzz, lane, joint.Kzz);
        Lane.Set(ref _crossX, lane, joint.CrossX);
        Lane.Set(ref _crossY, lane, joint.CrossY);
        Lane.Set(ref _crossZ, lane, joint.CrossZ);
        Lane.Set(ref _inverseDeterminant2, lane, joint.InverseDeterminant2);
        Lane.Set(ref _inverseDeterminant3, lane, joint.InverseDeterminant3);
        Lane.Set(ref _minusInverseDeterminant3, lane, -joint.InverseDeterminant3);
    }

    /// <summary>Keeps the impulses; that of an inactive limit is not the lanes' to change.</summary>
    public readonly void Store(int lane, ref JointConstraint joint)
    {
        joint.Impulses.Motor = Lane.Get(in Motor, lane);
        joint.Impulses.Point.X = Lane.Get(in PointX, lane);
        joint.Impulses.Point.Y = Lane.Get(in PointY, lane);
        if (joint.LimitActive)
            joint.Impulses.Limit = Lane.Get(in Limit, lane);
    }

    /// <summary>A lane is done: where none has an active limit, limits are skipped from now on.</summary>
    public void Leave(int lane) => LimitLanes &= ~(1 << lane);

    /// <summary>One iteration on the velocities of the two bodies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Solve(ref LaneBody a, ref LaneBody b, bool hasMotor, int phase)
    {
        Vector256<float> wA = a.Turn;
        Vector256<float> wB = b.Turn;
        if (hasMotor)
        {
            Vector256<float> old = Motor;
            Vector256<float> wanted = old + (_motorMass * (wB - wA - _motorSpeed));
            Vector256<float> total = Lane.Clamp(wanted, -_maxMotor, _maxMotor);
            Vector256<float> change = total - old;
            Motor = total;
            wA -= _inverseInertiaA * change;
            wB += _inverseInertiaB * change;
        }

        Vector256<float> x = b.VelocityX - (wB * _armBY) - a.VelocityX + (wA * _armAY);
        Vector256<float> y = b.VelocityY + (wB * _armBX) - a.VelocityY - (wA * _armAX);
        Vector256<float> pointX;
        Vector256<float> pointY;
        Vector256<float> angular = Vector256<float>.Zero;
        if (LimitLanes != 0)
            angular = SolveLimit(x, y, wB - wA, out pointX, out pointY);
        else
            SolvePoint(-x, -y, out pointX, out pointY);

        StepsX[phase] = pointX;
        StepsY[phase] = pointY;
        PointX += pointX;
        PointY += pointY;
        a.VelocityX -= _inverseMassA * pointX;
        a.VelocityY -= _inverseMassA * pointY;
        b.VelocityX += _inverseMassB * pointX;
        b.VelocityY += _inverseMassB * pointY;
        Vector256<float> momentA = (_armAX * pointY) - (_armAY * pointX) - angular;
        Vector256<float> momentB = (_armBX * pointY) - (_armBY * pointX) - angular;
        a.Turn = wA - (_inverseInertiaA * momentA);
        b.Turn = wB + (_inverseInertiaB * momentB);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void SolvePoint(
        Vector256<float> x, Vector256<float> y, out Vector256<float> pointX, out Vector256<float> pointY)
    {
        pointX = _inverseDeterminant2 * ((_kyy * x) - (_kxy * y));
        pointY = _inverseDeterminant2 * ((_kxx * y) - (_kxy * x));
    }

    /// <summary>Both answers, with the angle and without, and the choice between them.</summary>
    /// <returns>Minus the angular impulse.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> SolveLimit(
        Vector256<float> x,
        Vector256<float> y,
        Vector256<float> z,
        out Vector256<float> pointX,
        out Vector256<float> pointY)
    {
        Vector256<float> old = Limit;
        Vector256<float> answerZ = _inverseDeterminant3 * (
            (_kxx * ((_kyy * z) - (_kyz * y))) +
            (_kxy * ((_kyz * x) - (_kxy * z))) +
            (_kxz * ((_kxy * y) - (_kyy * x))));
        Vector256<float> total = old - answerZ;
        var pulls = Vector256.GreaterThan(total ^ _pullSign, Vector256<float>.Zero);
        Vector256<float> holds = Vector256.AndNot(_limitMask, pulls);
        Limit = total & holds;

        SolvePoint((old * _returnX) - x, (old * _returnY) - y, out pointX, out pointY);
        Vector256<float> answerX = _minusInverseDeterminant3 * ((x * _crossX) + (y * _crossY) + (z * _crossZ));
        Vector256<float> answerY = _minusInverseDeterminant3 * (
            (_kxx * ((y * _kzz) - (z * _kyz))) +
            (_kxy * ((z * _kxz) - (x * _kzz))) +
            (_kxz * ((x * _kyz) - (y * _kxz))));
        pointX = Vector256.ConditionalSelect(holds, answerX, pointX);
        pointY = Vector256.ConditionalSelect(holds, answerY, pointY);
        return Vector256.ConditionalSelect(holds, answerZ, old);
    }
}
