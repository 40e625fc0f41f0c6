using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>One contact of a body in each of eight islands.</summary>
/// <remarks>
/// <see cref="ContactConstraint"/>'s velocities in lanes: every lane does the operations of the scalar form in its
/// order. Lanes with one point and with two stand side by side, and lanes without a contact here.
/// </remarks>
internal struct LaneContact
{
    /// <summary>A bit a lane: its contact has two points.</summary>
    public int PairLanes;

    public LaneContactPoint Point0;
    public LaneContactPoint Point1;

    private Vector256<float> _inverseMass;
    private Vector256<float> _inverseInertia;
    private Vector256<float> _friction;
    private Vector256<float> _pairMask;
    private Vector256<float> _k11;
    private Vector256<float> _k12;
    private Vector256<float> _k22;
    private Vector256<float> _inverse11;
    private Vector256<float> _inverse12;
    private Vector256<float> _inverse22;

    public void Load(int lane, in ContactConstraint contact)
    {
        bool isPair = contact.PointCount > 1;
        PairLanes = (PairLanes & ~(1 << lane)) | ((isPair ? 1 : 0) << lane);
        Lane.Set(ref _inverseMass, lane, contact.InverseMassB);
        Lane.Set(ref _inverseInertia, lane, contact.InverseInertiaB);
        Lane.Set(ref _friction, lane, contact.Friction);
        Lane.SetMask(ref _pairMask, lane, isPair);
        Point0.Load(lane, in contact.Point0, contact.Normal);
        if (!isPair)
        {
            Point1.Clear(lane);
            return;
        }

        Point1.Load(lane, in contact.Point1, contact.Normal);
        Lane.Set(ref _k11, lane, contact.Block.K11);
        Lane.Set(ref _k12, lane, contact.Block.K12);
        Lane.Set(ref _k22, lane, contact.Block.K22);
        Lane.Set(ref _inverse11, lane, contact.Block.Inverse11);
        Lane.Set(ref _inverse12, lane, contact.Block.Inverse12);
        Lane.Set(ref _inverse22, lane, contact.Block.Inverse22);
    }

    /// <summary>Makes a lane one without a contact here, while others have one.</summary>
    public void Clear(int lane)
    {
        Lane.Set(ref _inverseMass, lane, 1.0f);
        Lane.Set(ref _inverseInertia, lane, 1.0f);
        Lane.Set(ref _friction, lane, 0.0f);
        Lane.SetMask(ref _pairMask, lane, value: false);
        Point0.Clear(lane);
        Point1.Clear(lane);
    }

    /// <summary>Makes every lane one without a contact here.</summary>
    public void Clear()
    {
        _inverseMass = Vector256<float>.One;
        _inverseInertia = Vector256<float>.One;
        _friction = Vector256<float>.Zero;
        _pairMask = Vector256<float>.Zero;
        Point0.Clear();
        Point1.Clear();
    }

    /// <summary>A lane is done: where none has two points, one is solved from now on.</summary>
    public void Leave(int lane) => PairLanes &= ~(1 << lane);

    public readonly void Store(int lane, ref ContactConstraint contact)
    {
        Point0.Store(lane, ref contact.Point0);
        if (contact.PointCount > 1)
            Point1.Store(lane, ref contact.Point1);
    }

    /// <summary>One iteration on the velocities of the moving body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Solve(ref LaneBody body)
    {
        Point0.SolveFriction(ref body, _friction, _inverseMass, _inverseInertia);
        if (PairLanes == 0)
        {
            SolveNormal(ref body);
            return;
        }

        Point1.SolveFriction(ref body, _friction, _inverseMass, _inverseInertia);
        SolveNormals(ref body);
    }

    private void SolveNormal(ref LaneBody body)
    {
        Vector256<float> total = SingleTotal(Point0.Approach(in body));
        Vector256<float> change = total - Point0.NormalImpulse;
        Point0.NormalImpulse = total;
        Vector256<float> x = change * Point0.NormalX;
        Vector256<float> y = change * Point0.NormalY;
        body.VelocityX += _inverseMass * x;
        body.VelocityY += _inverseMass * y;
        body.Turn += _inverseInertia * ((Point0.ArmX * y) - (Point0.ArmY * x));
    }

    /// <summary>Both points at once in lanes with two, and one in the others.</summary>
    private void SolveNormals(ref LaneBody body)
    {
        Vector256<float> old0 = Point0.NormalImpulse;
        Vector256<float> old1 = Point1.NormalImpulse;
        Vector256<float> approach0 = Point0.Approach(in body);
        Vector256<float> rest0 = approach0 - Point0.Bias - ((_k11 * old0) + (_k12 * old1));
        Vector256<float> rest1 = Point1.Approach(in body) - Point1.Bias - ((_k12 * old0) + (_k22 * old1));
        Vector256<float> solved = SolveBlock(rest0, rest1, out Vector256<float> total0, out Vector256<float> total1);

        // Where no case answers nothing changes at all; a single point always has an answer.
        Vector256<float> applies = solved | ~_pairMask;
        total0 = Vector256.ConditionalSelect(_pairMask, total0, SingleTotal(approach0));
        total1 &= _pairMask;
        Vector256<float> change0 = total0 - old0;
        Vector256<float> change1 = total1 - old1;
        Vector256<float> x0 = change0 * Point0.NormalX;
        Vector256<float> y0 = change0 * Point0.NormalY;
        Vector256<float> x1 = change1 * Point1.NormalX;
        Vector256<float> y1 = change1 * Point1.NormalY;
        Vector256<float> moment =
            ((Point0.ArmX * y0) - (Point0.ArmY * x0)) + ((Point1.ArmX * y1) - (Point1.ArmY * x1));
        Vector256<float> velocityX = body.VelocityX + (_inverseMass * (x0 + x1));
        Vector256<float> velocityY = body.VelocityY + (_inverseMass * (y0 + y1));
        Vector256<float> turn = body.Turn + (_inverseInertia * moment);
        body.VelocityX = Vector256.ConditionalSelect(applies, velocityX, body.VelocityX);
        body.VelocityY = Vector256.ConditionalSelect(applies, velocityY, body.VelocityY);
        body.Turn = Vector256.ConditionalSelect(applies, turn, body.Turn);
        Point0.NormalImpulse = Vector256.ConditionalSelect(applies, total0, old0);
        Point1.NormalImpulse = Vector256.ConditionalSelect(applies, total1, old1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<float> SingleTotal(Vector256<float> approach) => Lane.Max(
        Point0.NormalImpulse - (Point0.NormalMass * (approach - Point0.Bias)), Vector256<float>.Zero);

    /// <summary>The four cases of <see cref="BlockMatrix.TrySolve"/>, the first that fits.</summary>
    /// <returns>All bits of a lane set where one fits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<float> SolveBlock(
        Vector256<float> rest0, Vector256<float> rest1, out Vector256<float> total0, out Vector256<float> total1)
    {
        Vector256<float> zero = Vector256<float>.Zero;
        Vector256<float> both0 = -((_inverse11 * rest0) + (_inverse12 * rest1));
        Vector256<float> both1 = -((_inverse12 * rest0) + (_inverse22 * rest1));
        Vector256<float> fitsBoth =
            Vector256.GreaterThanOrEqual(both0, zero) & Vector256.GreaterThanOrEqual(both1, zero);

        Vector256<float> only0 = -(Point0.NormalMass * rest0);
        Vector256<float> fits0 = Vector256.GreaterThanOrEqual(only0, zero) &
            Vector256.GreaterThanOrEqual((_k12 * only0) + rest1, zero);

        Vector256<float> only1 = -(Point1.NormalMass * rest1);
        Vector256<float> fits1 = Vector256.GreaterThanOrEqual(only1, zero) &
            Vector256.GreaterThanOrEqual((_k12 * only1) + rest0, zero);

        Vector256<float> fitsNone =
            Vector256.GreaterThanOrEqual(rest0, zero) & Vector256.GreaterThanOrEqual(rest1, zero);

        total0 = Vector256.ConditionalSelect(fitsBoth, both0, only0 & fits0);
        total1 = Vector256.ConditionalSelect(fitsBoth, both1, Vector256.AndNot(only1 & fits1, fits0));
        return fitsBoth | fits0 | fits1 | fitsNone;
    }
}
