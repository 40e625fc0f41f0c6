using System.Diagnostics.CodeAnalysis;

namespace Gaia.Worlds.Physics.Collision;

/// <summary>Where two shapes touch: up to two points on one face.</summary>
internal struct Manifold
{
    public ManifoldKind Kind;
    public int PointCount;
    public Vec2 LocalNormal;

    /// <summary>A point on the reference face, in its owner's frame.</summary>
    public Vec2 LocalPoint;
    public ContactPoint Point0;
    public ContactPoint Point1;

    /// <summary>One more point, of at most two, to be filled by the caller.</summary>
    [UnscopedRef]
    public ref ContactPoint NextPoint()
    {
        if (PointCount++ == 0)
            return ref Point0;
        return ref Point1;
    }

    /// <summary>Impulses of points that persist carry over; new points begin without.</summary>
    public void InheritImpulses(in Manifold old)
    {
        if (PointCount > 0)
            Inherit(ref Point0, in old);
        if (PointCount > 1)
            Inherit(ref Point1, in old);
    }

    private static void Inherit(ref ContactPoint point, in Manifold old)
    {
        point.NormalImpulse = 0.0f;
        point.TangentImpulse = 0.0f;
        if (old.PointCount > 0 && old.Point0.Key.Same(point.Key))
            Copy(ref point, in old.Point0);
        else if (old.PointCount > 1 && old.Point1.Key.Same(point.Key))
            Copy(ref point, in old.Point1);
    }

    private static void Copy(ref ContactPoint point, in ContactPoint old)
    {
        point.NormalImpulse = old.NormalImpulse;
        point.TangentImpulse = old.TangentImpulse;
    }
}
