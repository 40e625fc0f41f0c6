namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>Up to three corners around the origin of the difference of two shapes.</summary>
/// <remarks>
/// Ericson, "Real-Time Collision Detection" (2005), chapter 9: Voronoi regions by barycentric coordinates. Order of
/// operations as Box2D's b2Distance.cpp (pybox2d 2.3.10).
/// </remarks>
internal struct Simplex
{
    public int Count;
    public SimplexVertex V1;
    public SimplexVertex V2;
    public SimplexVertex V3;

    public void Restore(
        in SimplexCache cache,
        in ConvexPoints a,
        in Transform placementA,
        in ConvexPoints b,
        in Transform placementB)
    {
        Count = cache.Count;
        if (Count > 0)
            V1 = SimplexVertex.At(in a, in placementA, cache.IndexA0, in b, in placementB, cache.IndexB0);
        if (Count > 1)
            V2 = SimplexVertex.At(in a, in placementA, cache.IndexA1, in b, in placementB, cache.IndexB1);
        if (Count > 2)
            V3 = SimplexVertex.At(in a, in placementA, cache.IndexA2, in b, in placementB, cache.IndexB2);
        if (Count > 1)
        {
            float before = cache.Metric;
            float now = Metric();
            if (now < 0.5f * before || 2.0f * before < now || now < PhysicsSettings.Epsilon)
                Count = 0;
        }

        if (Count > 0)
            return;
        V1 = SimplexVertex.At(in a, in placementA, 0, in b, in placementB, 0);
        V1.Weight = 1.0f;
        Count = 1;
    }

    public readonly void Save(ref SimplexCache cache)
    {
        cache.Metric = Metric();
        cache.Count = Count;
        cache.IndexA0 = V1.IndexA;
        cache.IndexB0 = V1.IndexB;
        cache.IndexA1 = V2.IndexA;
        cache.IndexB1 = V2.IndexB;
        cache.IndexA2 = V3.IndexA;
        cache.IndexB2 = V3.IndexB;
    }

    /// <summary>Places a new corner behind the others; <see cref="Count"/> is left to the caller.</summary>
    public void PlaceNext(in SimplexVertex vertex)
    {
        if (Count == 1)
            V2 = vertex;
        else
            V3 = vertex;
    }

    /// <summary>Whether a corner is among the first <paramref name="count"/>.</summary>
    public readonly bool Has(int count, int indexA, int indexB) =>
        (V1.IndexA == indexA && V1.IndexB == indexB) ||
        (count > 1 && V2.IndexA == indexA && V2.IndexB == indexB) ||
        (count > 2 && V3.IndexA == indexA && V3.IndexB == indexB);

    /// <summary>Towards the origin, from the corners that remain (one or two).</summary>
    public readonly Vec2 SearchDirection()
    {
        if (Count == 1)
            return -V1.Difference;
        Vec2 e12 = V2.Difference - V1.Difference;
        float side = Vec2.Cross(e12, -V1.Difference);
        return side > 0.0f ? Vec2.Cross(1.0f, e12) : Vec2.Cross(e12, 1.0f);
    }

    /// <summary>The closest points of the two shapes; equal where the simplex encloses the origin.</summary>
    public readonly void WitnessPoints(out Vec2 pointA, out Vec2 pointB)
    {
        if (Count == 1)
        {
            pointA = V1.PointA;
            pointB = V1.PointB;
        }
        else if (Count == 2)
        {
            pointA = (V1.Weight * V1.PointA) + (V2.Weight * V2.PointA);
            pointB = (V1.Weight * V1.PointB) + (V2.Weight * V2.PointB);
        }
        else
        {
            pointA = (V1.Weight * V1.PointA) + (V2.Weight * V2.PointA) + (V3.Weight * V3.PointA);
            pointB = pointA;
        }
    }

    /// <summary>Drops the corners that the closest point does not need.</summary>
    public void Reduce()
    {
        if (Count == 2)
            ReduceSegment();
        else if (Count == 3)
            ReduceTriangle();
    }

    private readonly float Metric()
    {
        if (Count == 1)
            return 0.0f;
        if (Count == 2)
            return (V1.Difference - V2.Difference).Length();
        return Vec2.Cross(V2.Difference - V1.Difference, V3.Difference - V1.Difference);
    }

    private void ReduceSegment()
    {
        Vec2 w1 = V1.Difference;
        Vec2 w2 = V2.Difference;
        Vec2 e12 = w2 - w1;
        float d2 = -Vec2.Dot(w1, e12);
        if (d2 <= 0.0f)
        {
            KeepOne(in V1);
            return;
        }

        float d1 = Vec2.Dot(w2, e12);
        if (d1 <= 0.0f)
        {
            KeepOne(in V2);
            return;
        }

        KeepTwo(in V1, d1, in V2, d2);
    }

    private void ReduceTriangle()
    {
        Vec2 w1 = V1.Difference;
        Vec2 w2 = V2.Difference;
        Vec2 w3 = V3.Difference;
        Vec2 e12 = w2 - w1;
        float d12First = Vec2.Dot(w2, e12);
        float d12Second = -Vec2.Dot(w1, e12);
        Vec2 e13 = w3 - w1;
        float d13First = Vec2.Dot(w3, e13);
        float d13Second = -Vec2.Dot(w1, e13);
        Vec2 e23 = w3 - w2;
        float d23First = Vec2.Dot(w3, e23);
        float d23Second = -Vec2.Dot(w2, e23);
        float area = Vec2.Cross(e12, e13);
        float d123First = area * Vec2.Cross(w2, w3);
        float d123Second = area * Vec2.Cross(w3, w1);
        float d123Third = area * Vec2.Cross(w1, w2);

        if (d12Second <= 0.0f && d13Second <= 0.0f)
            KeepOne(in V1);
        else if (d12First > 0.0f && d12Second > 0.0f && d123Third <= 0.0f)
            KeepTwo(in V1, d12First, in V2, d12Second);
        else if (d13First > 0.0f && d13Second > 0.0f && d123Second <= 0.0f)
            KeepTwo(in V1, d13First, in V3, d13Second);
        else if (d12First <= 0.0f && d23Second <= 0.0f)
            KeepOne(in V2);
        else if (d13First <= 0.0f && d23First <= 0.0f)
            KeepOne(in V3);
        else if (d23First > 0.0f && d23Second > 0.0f && d123First <= 0.0f)
            KeepTwo(in V3, d23Second, in V2, d23First);
        else
            KeepAll(d123First, d123Second, d123Third);
    }

    private void KeepOne(in SimplexVertex vertex)
    {
        V1 = vertex;
        V1.Weight = 1.0f;
        Count = 1;
    }

    private void KeepTwo(in SimplexVertex first, float firstShare, in SimplexVertex second, float secondShare)
    {
        float inverse = 1.0f / (firstShare + secondShare);
        SimplexVertex keptSecond = second;
        V1 = first;
        V1.Weight = firstShare * inverse;
        V2 = keptSecond;
        V2.Weight = secondShare * inverse;
        Count = 2;
    }

    private void KeepAll(float share1, float share2, float share3)
    {
        float inverse = 1.0f / (share1 + share2 + share3);
        V1.Weight = share1 * inverse;
        V2.Weight = share2 * inverse;
        V3.Weight = share3 * inverse;
        Count = 3;
    }
}
