namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>Separation of two moving shapes along one axis, as a function of time.</summary>
/// <remarks>Order of operations as Box2D's b2TimeOfImpact.cpp (pybox2d 2.3.10).</remarks>
internal struct SeparationAxis
{
    private enum AxisKind : byte
    {
        Points,
        FaceA,
        FaceB,
    }

    private AxisKind _kind;

    /// <summary>In world coordinates between points, in the owner's frame for a face.</summary>
    private Vec2 _axis;

    /// <summary>Middle of the face.</summary>
    private Vec2 _localPoint;

    /// <summary>Takes the axis from where the distance query ended.</summary>
    public static SeparationAxis Choose(
        in SimplexCache cache,
        in ConvexPoints a,
        in Transform placementA,
        in ConvexPoints b,
        in Transform placementB)
    {
        SeparationAxis result = default;
        if (cache.Count == 1)
        {
            result._kind = AxisKind.Points;
            result._axis = (placementB * b.Vertices[cache.IndexB0]) - (placementA * a.Vertices[cache.IndexA0]);
            result._axis.Normalize();
            return result;
        }

        bool faceIsB = cache.IndexA0 == cache.IndexA1;
        result._kind = faceIsB ? AxisKind.FaceB : AxisKind.FaceA;
        Vec2 start = faceIsB ? b.Vertices[cache.IndexB0] : a.Vertices[cache.IndexA0];
        Vec2 end = faceIsB ? b.Vertices[cache.IndexB1] : a.Vertices[cache.IndexA1];
        Transform face = faceIsB ? placementB : placementA;
        Vec2 other = faceIsB ? placementA * a.Vertices[cache.IndexA0] : placementB * b.Vertices[cache.IndexB0];

        result._axis = Vec2.Cross(end - start, 1.0f);
        result._axis.Normalize();
        result._localPoint = 0.5f * (start + end);
        float separation = Vec2.Dot(other - (face * result._localPoint), face.Rotation * result._axis);
        if (separation < 0.0f)
            result._axis = -result._axis;
        return result;
    }

    /// <summary>The least separation, and the corners that have it (-1 for the face's side).</summary>
    public readonly float Least(
        in ConvexPoints a,
        in Transform placementA,
        in ConvexPoints b,
        in Transform placementB,
        out int indexA,
        out int indexB)
    {
        indexA = -1;
        indexB = -1;
        if (_kind == AxisKind.Points)
        {
            indexA = a.Support(placementA.Rotation.Unrotate(_axis));
            indexB = b.Support(placementB.Rotation.Unrotate(-_axis));
        }
        else if (_kind == AxisKind.FaceA)
        {
            indexB = b.Support(placementB.Rotation.Unrotate(-(placementA.Rotation * _axis)));
        }
        else
        {
            indexA = a.Support(placementA.Rotation.Unrotate(-(placementB.Rotation * _axis)));
        }

        return Between(in a, in placementA, indexA, in b, in placementB, indexB);
    }

    /// <summary>The separation of two corners, or of a corner and the face.</summary>
    public readonly float Between(
        in ConvexPoints a,
        in Transform placementA,
        int indexA,
        in ConvexPoints b,
        in Transform placementB,
        int indexB)
    {
        if (_kind == AxisKind.Points)
            return Vec2.Dot((placementB * b.Vertices[indexB]) - (placementA * a.Vertices[indexA]), _axis);
        if (_kind == AxisKind.FaceA)
        {
            Vec2 normalA = placementA.Rotation * _axis;
            return Vec2.Dot((placementB * b.Vertices[indexB]) - (placementA * _localPoint), normalA);
        }

        Vec2 normalB = placementB.Rotation * _axis;
        return Vec2.Dot((placementA * a.Vertices[indexA]) - (placementB * _localPoint), normalB);
    }
}
