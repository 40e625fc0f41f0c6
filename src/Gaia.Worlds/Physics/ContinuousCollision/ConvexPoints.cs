using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>The corners of a shape, in its body's frame, as the distance query sees it.</summary>
internal struct ConvexPoints
{
    public int Count;
    public VertexArray Vertices;

    public static void Read(in PolygonShape polygon, out ConvexPoints points)
    {
        Unsafe.SkipInit(out points);
        points.Count = polygon.Count;
        points.Vertices = polygon.Vertices;
    }

    public static void Read(in EdgeShape edge, out ConvexPoints points)
    {
        Unsafe.SkipInit(out points);
        points.Count = 2;
        points.Vertices[0] = edge.Start;
        points.Vertices[1] = edge.End;
    }

    /// <returns>The index of the corner furthest in a direction, the first on ties.</returns>
    public readonly int Support(Vec2 direction)
    {
        int best = 0;
        float most = Vec2.Dot(Vertices[0], direction);
        for (int i = 1; i < Count; i++)
        {
            float value = Vec2.Dot(Vertices[i], direction);
            if (value > most)
            {
                best = i;
                most = value;
            }
        }

        return best;
    }
}
