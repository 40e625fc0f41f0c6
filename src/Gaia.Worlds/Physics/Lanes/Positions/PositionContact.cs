using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;
using Gaia.Worlds.Physics.Collision;
using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>One contact of a body in each of eight islands: <see cref="ContactConstraint.SolvePosition"/> in lanes.
/// </summary>
/// <remarks>
/// What rests stays where it is, so that its share of a contact, plane or point, is the same in every iteration. The
/// face that gives the normal is its or the body's: lanes of both kinds stand side by side.
/// </remarks>
internal struct PositionContact
{
    /// <summary>A bit a lane: its contact has two points.</summary>
    public int PairLanes;

    private PositionPoint _point0;
    private PositionPoint _point1;
    private Vector256<float> _inverseMass;
    private Vector256<float> _inverseInertia;
    private Vector256<float> _localCentreX;
    private Vector256<float> _localCentreY;

    /// <summary>In the world where the face rests, in the body's frame where it is the body's.</summary>
    private Vector256<float> _normalX;
    private Vector256<float> _normalY;

    /// <summary>The face is the body's.</summary>
    private Vector256<float> _turnsMask;

    public void Load(int lane, in ContactConstraint contact)
    {
        bool turns = contact.Kind == ManifoldKind.FaceB;
        Transform resting = Transform.Identity;
        Vec2 normal = turns ? contact.LocalNormal : resting.Rotation * contact.LocalNormal;
        Lane.Set(ref _inverseMass, lane, contact.InverseMassB);
        Lane.Set(ref _inverseInertia, lane, contact.InverseInertiaB);
        Lane.Set(ref _localCentreX, lane, contact.LocalCentre.X);
        Lane.Set(ref _localCentreY, lane, contact.LocalCentre.Y);
        Lane.Set(ref _normalX, lane, normal.X);
        Lane.Set(ref _normalY, lane, normal.Y);
        Lane.SetMask(ref _turnsMask, lane, turns);
        LoadPoint(lane, ref _point0, in contact, contact.Point0.Local, in resting);
        bool isPair = contact.ManifoldPointCount > 1;
        PairLanes = (PairLanes & ~(1 << lane)) | ((isPair ? 1 : 0) << lane);
        if (isPair)
            LoadPoint(lane, ref _point1, in contact, contact.Point1.Local, in resting);
        else
            _point1.Clear(lane);
    }

    /// <summary>Makes a lane one without a contact here, while others have one.</summary>
    public void Clear(int lane)
    {
        _point0.Clear(lane);
        _point1.Clear(lane);
    }

    /// <summary>Makes every lane one without a contact here.</summary>
    public void Clear()
    {
        _point0.Mask = Vector256<float>.Zero;
        _point1.Mask = Vector256<float>.Zero;
    }

    /// <summary>A lane is done: where none has two points, one is solved from now on.</summary>
    public void Leave(int lane) => PairLanes &= ~(1 << lane);

    /// <summary>Pushes the body out, point by point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Solve(ref PositionBody body, ref Vector256<float> deepest)
    {
        SolvePoint(in _point0, ref body, ref deepest);
        if (PairLanes != 0)
            SolvePoint(in _point1, ref body, ref deepest);
    }

    private static void LoadPoint(
        int lane, ref PositionPoint point, in ContactConstraint contact, Vec2 local, in Transform resting)
    {
        if (contact.Kind == ManifoldKind.FaceA)
            point.Load(lane, local, resting * contact.LocalPoint);
        else
            point.Load(lane, contact.LocalPoint, resting * local);
    }

    private readonly void SolvePoint(in PositionPoint point, ref PositionBody body, ref Vector256<float> deepest)
    {
        var radius = Vector256.Create(PhysicsSettings.SkinRadius);
        StrictLanes.SinCos(body.Angle, out Vector256<float> sine, out Vector256<float> cosine);
        Vector256<float> originX = body.CentreX - ((cosine * _localCentreX) - (sine * _localCentreY));
        Vector256<float> originY = body.CentreY - ((sine * _localCentreX) + (cosine * _localCentreY));
        Vector256<float> movingX = (cosine * point.LocalX) - (sine * point.LocalY) + originX;
        Vector256<float> movingY = (sine * point.LocalX) + (cosine * point.LocalY) + originY;
        Vector256<float> turnedX = (cosine * _normalX) - (sine * _normalY);
        Vector256<float> turnedY = (sine * _normalX) + (cosine * _normalY);
        var faceX = Vector256.ConditionalSelect(_turnsMask, turnedX, _normalX);
        var faceY = Vector256.ConditionalSelect(_turnsMask, turnedY, _normalY);

        // From the face to the point: the body's point, or the resting one.
        var awayX = Vector256.ConditionalSelect(_turnsMask, point.RestX - movingX, movingX - point.RestX);
        var awayY = Vector256.ConditionalSelect(_turnsMask, point.RestY - movingY, movingY - point.RestY);
        Vector256<float> separation = (awayX * faceX) + (awayY * faceY) - radius - radius;
        Vector256<float> sign = _turnsMask & Vector256.Create(-0.0f);
        Vector256<float> normalX = faceX ^ sign;
        Vector256<float> normalY = faceY ^ sign;
        Vector256<float> armX = Vector256.ConditionalSelect(_turnsMask, point.RestX, movingX) - body.CentreX;
        Vector256<float> armY = Vector256.ConditionalSelect(_turnsMask, point.RestY, movingY) - body.CentreY;
        deepest = Vector256.ConditionalSelect(point.Mask, Lane.Min(deepest, separation), deepest);
        Push(in point, ref body, separation, (normalX, normalY), (armX, armY));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Push(
        in PositionPoint point,
        ref PositionBody body,
        Vector256<float> separation,
        (Vector256<float> X, Vector256<float> Y) normal,
        (Vector256<float> X, Vector256<float> Y) arm)
    {
        Vector256<float> zero = Vector256<float>.Zero;
        Vector256<float> error = Lane.Clamp(
            Vector256.Create(PhysicsSettings.PositionShare) *
                (separation + Vector256.Create(PhysicsSettings.LinearSlop)),
            Vector256.Create(-PhysicsSettings.MaxLinearCorrection),
            zero);
        Vector256<float> lever = (arm.X * normal.Y) - (arm.Y * normal.X);
        Vector256<float> k = _inverseMass + (_inverseInertia * lever * lever);
        Vector256<float> impulse = (-error / k) & Vector256.GreaterThan(k, zero);
        Vector256<float> x = impulse * normal.X;
        Vector256<float> y = impulse * normal.Y;
        Vector256<float> centreX = body.CentreX + (_inverseMass * x);
        Vector256<float> centreY = body.CentreY + (_inverseMass * y);
        Vector256<float> angle = body.Angle + (_inverseInertia * ((arm.X * y) - (arm.Y * x)));
        body.CentreX = Vector256.ConditionalSelect(point.Mask, centreX, body.CentreX);
        body.CentreY = Vector256.ConditionalSelect(point.Mask, centreY, body.CentreY);
        body.Angle = Vector256.ConditionalSelect(point.Mask, angle, body.Angle);
    }
}
