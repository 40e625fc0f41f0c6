namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>A corner of the simplex: a difference of two support points, in world coordinates.</summary>
internal struct SimplexVertex
{
    public Vec2 PointA;
    public Vec2 PointB;
    public Vec2 Difference;

    /// <summary>Barycentric coordinate of the point closest to the origin.</summary>
    public float Weight;
    public int IndexA;
    public int IndexB;

    public static SimplexVertex At(
        in ConvexPoints a, in Transform placementA, int indexA, in ConvexPoints b, in Transform placementB, int indexB)
    {
        SimplexVertex vertex;
        vertex.IndexA = indexA;
        vertex.IndexB = indexB;
        vertex.PointA = placementA * a.Vertices[indexA];
        vertex.PointB = placementB * b.Vertices[indexB];
        vertex.Difference = vertex.PointB - vertex.PointA;
        vertex.Weight = 0.0f;
        return vertex;
    }
}
