using System.Diagnostics.CodeAnalysis;

namespace Gaia.Worlds.Physics.Shapes;

/// <summary>A convex polygon, anticlockwise, with outward unit normals.</summary>
/// <remarks>
/// Order of vertices and of every sum as in Box2D's b2PolygonShape.cpp (pybox2d 2.3.10): they decide which contact
/// point
/// comes first, and the last bit of mass and inertia.
/// </remarks>
[SuppressMessage("Style", "IDE0251", Justification = "Members that fill the arrays are not readonly.")]
internal struct PolygonShape
{
    public int Count;
    public VertexArray Vertices;
    public VertexArray Normals;
    public Vec2 Centroid;

    /// <summary>An upright box centred on the body's origin.</summary>
    /// <param name="halfWidth">Half the width, in metres.</param>
    /// <param name="halfHeight">Half the height, in metres.</param>
    public static PolygonShape CreateBox(float halfWidth, float halfHeight)
    {
        PolygonShape box = default;
        box.Count = 4;
        box.Vertices[0] = new Vec2(-halfWidth, -halfHeight);
        box.Vertices[1] = new Vec2(halfWidth, -halfHeight);
        box.Vertices[2] = new Vec2(halfWidth, halfHeight);
        box.Vertices[3] = new Vec2(-halfWidth, halfHeight);
        box.Normals[0] = new Vec2(0.0f, -1.0f);
        box.Normals[1] = new Vec2(1.0f, 0.0f);
        box.Normals[2] = new Vec2(0.0f, 1.0f);
        box.Normals[3] = new Vec2(-1.0f, 0.0f);
        return box;
    }

    /// <summary>The convex hull of three or more points, beginning at the right-most (the lowest on ties).</summary>
    public static PolygonShape CreateHull(ReadOnlySpan<Vec2> points)
    {
        PolygonShape hull = default;
        hull.Wrap(points);
        for (int i = 0; i < hull.Count; i++)
        {
            Vec2 edge = hull.Vertices[hull.Next(i)] - hull.Vertices[i];
            hull.Normals[i] = Vec2.Cross(edge, 1.0f);
            hull.Normals[i].Normalize();
        }

        hull.Centroid = hull.AreaCentroid();
        return hull;
    }

    /// <summary>The vertex after i, around.</summary>
    public readonly int Next(int i) => i + 1 < Count ? i + 1 : 0;

    /// <summary>The vertex before i, around.</summary>
    public readonly int Previous(int i) => i > 0 ? i - 1 : Count - 1;

    public readonly Box BoundingBox(in Transform placement)
    {
        Box tight;
        tight.Lower = placement * Vertices[0];
        tight.Upper = tight.Lower;
        for (int i = 1; i < Count; i++)
        {
            Vec2 v = placement * Vertices[i];
            tight.Lower = Vec2.Min(tight.Lower, v);
            tight.Upper = Vec2.Max(tight.Upper, v);
        }

        return tight.Grown(PhysicsSettings.SkinRadius);
    }

    /// <summary>The furthest distance of a corner from a point.</summary>
    public readonly float RadiusAround(Vec2 point)
    {
        float most = 0.0f;
        for (int i = 0; i < Count; i++)
            most = Scalar.Max(most, (Vertices[i] - point).LengthSquared());
        return MathF.Sqrt(most);
    }

    /// <summary>Mass, centre and inertia about the body's origin, by triangles around the vertices' mean.</summary>
    /// <param name="density">In kilograms per square metre.</param>
    public readonly MassProperties ComputeMass(float density)
    {
        const float Third = 1.0f / 3.0f;
        var reference = new Vec2(0.0f, 0.0f);
        for (int i = 0; i < Count; i++)
            reference += Vertices[i];
        reference = (1.0f / Count) * reference;

        var centre = new Vec2(0.0f, 0.0f);
        float area = 0.0f;
        float inertia = 0.0f;
        for (int i = 0; i < Count; i++)
        {
            Vec2 e1 = Vertices[i] - reference;
            Vec2 e2 = Vertices[Next(i)] - reference;
            float doubleArea = Vec2.Cross(e1, e2);
            float triangle = 0.5f * doubleArea;
            area += triangle;
            centre += (triangle * Third) * (e1 + e2);
            float momentX = (e1.X * e1.X) + (e2.X * e1.X) + (e2.X * e2.X);
            float momentY = (e1.Y * e1.Y) + (e2.Y * e1.Y) + (e2.Y * e2.Y);
            inertia += (0.25f * Third * doubleArea) * (momentX + momentY);
        }

        centre = (1.0f / area) * centre;
        MassProperties result;
        result.Mass = density * area;
        result.Centre = centre + reference;
        result.Inertia = density * inertia;
        result.Inertia += result.Mass * (Vec2.Dot(result.Centre, result.Centre) - Vec2.Dot(centre, centre));
        return result;
    }

    private readonly Vec2 AreaCentroid()
    {
        const float Third = 1.0f / 3.0f;
        var centre = new Vec2(0.0f, 0.0f);
        var origin = new Vec2(0.0f, 0.0f);
        float area = 0.0f;
        for (int i = 0; i < Count; i++)
        {
            Vec2 p2 = Vertices[i];
            Vec2 p3 = Vertices[Next(i)];
            float triangle = 0.5f * Vec2.Cross(p2 - origin, p3 - origin);
            area += triangle;
            centre += (triangle * Third) * (origin + p2 + p3);
        }

        return (1.0f / area) * centre;
    }

    /// <summary>Gift wrapping: from each hull point to the one that leaves all others on its left.</summary>
    private void Wrap(ReadOnlySpan<Vec2> points)
    {
        int first = 0;
        for (int i = 1; i < points.Length; i++)
        {
            bool further = points[i].X > points[first].X;
            bool lower = points[i].X == points[first].X && points[i].Y < points[first].Y;
            if (further || lower)
                first = i;
        }

        int current = first;
        do
        {
            Vertices[Count++] = points[current];
            current = NextOnHull(points, current);
        }
        while (current != first);
    }

    private static int NextOnHull(ReadOnlySpan<Vec2> points, int current)
    {
        int best = 0;
        for (int j = 1; j < points.Length; j++)
        {
            if (best == current)
            {
                best = j;
                continue;
            }

            Vec2 r = points[best] - points[current];
            Vec2 v = points[j] - points[current];
            float side = Vec2.Cross(r, v);
            bool collinearAndFurther = side == 0.0f && v.LengthSquared() > r.LengthSquared();
            if (side < 0.0f || collinearAndFurther)
                best = j;
        }

        return best;
    }
}
