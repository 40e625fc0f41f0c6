using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Geometry;

/// <summary>A vector in the plane, float32.</summary>
internal struct Vec2
{
    public float X;
    public float Y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2(float x, float y)
    {
        X = x;
        Y = y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator +(Vec2 a, Vec2 b) => new(a.X + b.X, a.Y + b.Y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator -(Vec2 a, Vec2 b) => new(a.X - b.X, a.Y - b.Y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator -(Vec2 a) => new(-a.X, -a.Y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator *(float s, Vec2 a) => new(s * a.X, s * a.Y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(Vec2 a, Vec2 b) => (a.X * b.X) + (a.Y * b.Y);

    /// <summary>The z component of the cross product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Cross(Vec2 a, Vec2 b) => (a.X * b.Y) - (a.Y * b.X);

    /// <summary>a x s k: the vector turned clockwise by a quarter and scaled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 Cross(Vec2 a, float s) => new(s * a.Y, -s * a.X);

    /// <summary>s k x a: the vector turned anticlockwise by a quarter and scaled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 Cross(float s, Vec2 a) => new(-s * a.Y, s * a.X);

    /// <summary>The smaller of each component; the second where they do not compare.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 Min(Vec2 a, Vec2 b) => new(Scalar.Min(a.X, b.X), Scalar.Min(a.Y, b.Y));

    /// <summary>The larger of each component; the second where they do not compare.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 Max(Vec2 a, Vec2 b) => new(Scalar.Max(a.X, b.X), Scalar.Max(a.Y, b.Y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float LengthSquared() => (X * X) + (Y * Y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float Length() => MathF.Sqrt((X * X) + (Y * Y));

    /// <summary>Scales to length one, unless shorter than an epsilon.</summary>
    /// <returns>The length before, or 0 where nothing was changed.</returns>
    public float Normalize()
    {
        float length = Length();
        if (length < PhysicsSettings.Epsilon)
            return 0.0f;
        float inverse = 1.0f / length;
        X *= inverse;
        Y *= inverse;
        return length;
    }
}
