using System.Runtime.Intrinsics;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>One point of a contact in each of eight islands: what moves with the body, and what rests.</summary>
/// <remarks>Where the face rests, the point moves and the face's plane rests; where it is the body's, the other way.
/// </remarks>
internal struct PositionPoint
{
    /// <summary>In the body's frame.</summary>
    public Vector256<float> LocalX;
    public Vector256<float> LocalY;

    /// <summary>In the world.</summary>
    public Vector256<float> RestX;
    public Vector256<float> RestY;

    /// <summary>The lane has this point.</summary>
    public Vector256<float> Mask;

    public void Load(int lane, Vec2 local, Vec2 rest)
    {
        Lane.Set(ref LocalX, lane, local.X);
        Lane.Set(ref LocalY, lane, local.Y);
        Lane.Set(ref RestX, lane, rest.X);
        Lane.Set(ref RestY, lane, rest.Y);
        Lane.SetMask(ref Mask, lane, value: true);
    }

    /// <summary>Makes a lane one without the point.</summary>
    public void Clear(int lane) => Lane.SetMask(ref Mask, lane, value: false);
}
