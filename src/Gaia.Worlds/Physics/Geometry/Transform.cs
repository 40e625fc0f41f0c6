using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Geometry;

/// <summary>A rotation followed by a translation.</summary>
internal struct Transform
{
    public Vec2 Position;
    public Rotation Rotation;

    /// <summary>The frame of the world.</summary>
    public static Transform Identity
    {
        get
        {
            Transform identity = default;
            identity.Rotation.Cosine = 1.0f;
            return identity;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2 operator *(in Transform t, Vec2 v) => new(
        (t.Rotation.Cosine * v.X) - (t.Rotation.Sine * v.Y) + t.Position.X,
        (t.Rotation.Sine * v.X) + (t.Rotation.Cosine * v.Y) + t.Position.Y);

    /// <summary>The placement of a body whose centre of mass and angle are known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Transform AroundCentre(Vec2 centre, float angle, Vec2 localCentre)
    {
        Transform result;
        result.Rotation = Rotation.FromAngle(angle);
        result.Position = centre - (result.Rotation * localCentre);
        return result;
    }

    /// <summary>The inverse applied to v.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vec2 Inverse(Vec2 v) => Rotation.Unrotate(new Vec2(v.X - Position.X, v.Y - Position.Y));
}
