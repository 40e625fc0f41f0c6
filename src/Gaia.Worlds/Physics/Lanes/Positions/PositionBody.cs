using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>The position of one body's centre of mass in each of eight islands.</summary>
internal struct PositionBody
{
    public Vector256<float> CentreX;
    public Vector256<float> CentreY;
    public Vector256<float> Angle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(int lane, in SolverBody body)
    {
        Lane.Set(ref CentreX, lane, body.Centre.X);
        Lane.Set(ref CentreY, lane, body.Centre.Y);
        Lane.Set(ref Angle, lane, body.Angle);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(int lane, ref SolverBody body)
    {
        body.Centre.X = Lane.Get(in CentreX, lane);
        body.Centre.Y = Lane.Get(in CentreY, lane);
        body.Angle = Lane.Get(in Angle, lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsFinite(int lane) =>
        float.IsFinite(Lane.Get(in CentreX, lane)) &&
        float.IsFinite(Lane.Get(in CentreY, lane)) &&
        float.IsFinite(Lane.Get(in Angle, lane));
}
