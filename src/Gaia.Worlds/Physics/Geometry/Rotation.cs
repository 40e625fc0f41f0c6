using System.Runtime.CompilerServices;
using Gaia.Core.Numerics;

namespace Gaia.Worlds.Physics.Geometry;

/// <summary>A rotation as sine and cosine.</summary>
internal struct Rotation
{
    public float Sine;
    public float Cosine;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator *(Rotation q, Vec2 v) =>
        new((q.Cosine * v.X) - (q.Sine * v.Y), (q.Sine * v.X) + (q.Cosine * v.Y));

    /// <summary>The turn by an angle in radians, with the bits of the C library the reference engine calls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Rotation FromAngle(float angle)
    {
        Rotation rotation;
        StrictMath.SinCos(angle, out rotation.Sine, out rotation.Cosine);
        return rotation;
    }

    /// <summary>Turns back: the transposed rotation times v.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vec2 Unrotate(Vec2 v) => new((Cosine * v.X) + (Sine * v.Y), (-Sine * v.X) + (Cosine * v.Y));
}
