using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Geometry;

/// <summary>An axis-aligned box.</summary>
internal struct Box
{
    public Vec2 Lower;
    public Vec2 Upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Overlap(in Box a, in Box b) =>
        !(b.Lower.X - a.Upper.X > 0.0f || b.Lower.Y - a.Upper.Y > 0.0f ||
          a.Lower.X - b.Upper.X > 0.0f || a.Lower.Y - b.Upper.Y > 0.0f);

    /// <summary>Whether more than a gap, which may be negative, lies between two boxes along one of the axes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreApart(in Box a, in Box b, float gap) =>
        b.Lower.X - a.Upper.X > gap || b.Lower.Y - a.Upper.Y > gap ||
        a.Lower.X - b.Upper.X > gap || a.Lower.Y - b.Upper.Y > gap;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Box Union(in Box a, in Box b)
    {
        Box result;
        result.Lower = Vec2.Min(a.Lower, b.Lower);
        result.Upper = Vec2.Max(a.Upper, b.Upper);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Box Grown(float margin)
    {
        var r = new Vec2(margin, margin);
        Box result;
        result.Lower = Lower - r;
        result.Upper = Upper + r;
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Contains(in Box inner) =>
        Lower.X <= inner.Lower.X && Lower.Y <= inner.Lower.Y &&
        inner.Upper.X <= Upper.X && inner.Upper.Y <= Upper.Y;
}
