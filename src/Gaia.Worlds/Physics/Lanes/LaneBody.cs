using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>The velocities of one body in each of eight islands.</summary>
internal struct LaneBody
{
    public Vector256<float> VelocityX;
    public Vector256<float> VelocityY;
    public Vector256<float> Turn;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(int lane, in SolverBody body)
    {
        Lane.Set(ref VelocityX, lane, body.Velocity.X);
        Lane.Set(ref VelocityY, lane, body.Velocity.Y);
        Lane.Set(ref Turn, lane, body.AngularVelocity);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(int lane, ref SolverBody body)
    {
        body.Velocity.X = Lane.Get(in VelocityX, lane);
        body.Velocity.Y = Lane.Get(in VelocityY, lane);
        body.AngularVelocity = Lane.Get(in Turn, lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsFinite(int lane) =>
        float.IsFinite(Lane.Get(in VelocityX, lane)) &&
        float.IsFinite(Lane.Get(in VelocityY, lane)) &&
        float.IsFinite(Lane.Get(in Turn, lane));
}
