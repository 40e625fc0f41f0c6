using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>One point of a contact of a body in each of eight islands.</summary>
/// <remarks>
/// A lane without the point holds numbers with which every impulse comes out as -0 and its moment too: adding them
/// changes no bit of a velocity.
/// </remarks>
internal struct LaneContactPoint
{
    public Vector256<float> ArmX;
    public Vector256<float> ArmY;

    /// <summary>The velocity there of what rests: zeros, whose signs count.</summary>
    public Vector256<float> RestX;
    public Vector256<float> RestY;
    public Vector256<float> NormalX;
    public Vector256<float> NormalY;
    public Vector256<float> TangentX;
    public Vector256<float> TangentY;
    public Vector256<float> NormalMass;
    public Vector256<float> TangentMass;
    public Vector256<float> Bias;
    public Vector256<float> NormalImpulse;
    public Vector256<float> TangentImpulse;

    public void Load(int lane, in ConstraintPoint point, Vec2 normal)
    {
        Vec2 tangent = Vec2.Cross(normal, 1.0f);
        Vec2 rest = Vec2.Cross(0.0f, point.ArmA);
        Lane.Set(ref ArmX, lane, point.ArmB.X);
        Lane.Set(ref ArmY, lane, point.ArmB.Y);
        Lane.Set(ref RestX, lane, rest.X);
        Lane.Set(ref RestY, lane, rest.Y);
        Lane.Set(ref NormalX, lane, normal.X);
        Lane.Set(ref NormalY, lane, normal.Y);
        Lane.Set(ref TangentX, lane, tangent.X);
        Lane.Set(ref TangentY, lane, tangent.Y);
        Lane.Set(ref NormalMass, lane, point.NormalMass);
        Lane.Set(ref TangentMass, lane, point.TangentMass);
        Lane.Set(ref Bias, lane, point.VelocityBias);
        Lane.Set(ref NormalImpulse, lane, point.NormalImpulse);
        Lane.Set(ref TangentImpulse, lane, point.TangentImpulse);
    }

    /// <summary>Makes a lane one without the point.</summary>
    public void Clear(int lane)
    {
        Lane.Set(ref ArmX, lane, 0.0f);
        Lane.Set(ref ArmY, lane, -0.0f);
        Lane.Set(ref RestX, lane, 0.0f);
        Lane.Set(ref RestY, lane, 0.0f);
        Lane.Set(ref NormalX, lane, -1.0f);
        Lane.Set(ref NormalY, lane, -1.0f);
        Lane.Set(ref TangentX, lane, -1.0f);
        Lane.Set(ref TangentY, lane, -1.0f);
        Lane.Set(ref NormalMass, lane, 0.0f);
        Lane.Set(ref TangentMass, lane, 0.0f);
        Lane.Set(ref Bias, lane, 0.0f);
        Lane.Set(ref NormalImpulse, lane, 0.0f);
        Lane.Set(ref TangentImpulse, lane, 0.0f);
    }

    /// <summary>Makes every lane one without the point.</summary>
    public void Clear()
    {
        Vector256<float> zero = Vector256<float>.Zero;
        var minusOne = Vector256.Create(-1.0f);
        ArmX = zero;
        ArmY = Vector256.Create(-0.0f);
        RestX = zero;
        RestY = zero;
        NormalX = minusOne;
        NormalY = minusOne;
        TangentX = minusOne;
        TangentY = minusOne;
        NormalMass = zero;
        TangentMass = zero;
        Bias = zero;
        NormalImpulse = zero;
        TangentImpulse = zero;
    }

    public readonly void Store(int lane, ref ConstraintPoint point)
    {
        point.NormalImpulse = Lane.Get(in NormalImpulse, lane);
        point.TangentImpulse = Lane.Get(in TangentImpulse, lane);
    }

    /// <summary>Velocity of the body at the point, less that of what rests, along the normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector256<float> Approach(in LaneBody body) =>
        (SlipX(in body) * NormalX) + (SlipY(in body) * NormalY);

    /// <summary>One iteration of friction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SolveFriction(
        ref LaneBody body, Vector256<float> friction, Vector256<float> inverseMass, Vector256<float> inverseInertia)
    {
        Vector256<float> slip = (SlipX(in body) * TangentX) + (SlipY(in body) * TangentY);
        Vector256<float> wanted = TangentImpulse - (TangentMass * slip);
        Vector256<float> most = friction * NormalImpulse;
        Vector256<float> total = Lane.Clamp(wanted, -most, most);
        Vector256<float> change = total - TangentImpulse;
        TangentImpulse = total;
        Vector256<float> x = change * TangentX;
        Vector256<float> y = change * TangentY;
        body.VelocityX += inverseMass * x;
        body.VelocityY += inverseMass * y;
        body.Turn += inverseInertia * ((ArmX * y) - (ArmY * x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<float> SlipX(in LaneBody body) => body.VelocityX - RestX - (body.Turn * ArmY);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector256<float> SlipY(in LaneBody body) => body.VelocityY - RestY + (body.Turn * ArmX);
}
