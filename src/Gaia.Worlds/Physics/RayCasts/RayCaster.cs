using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Physics.RayCasts;

/// <summary>Finds where a ray first meets what rests.</summary>
/// <remarks>
/// The order of operations on one edge is that of Box2D's b2EdgeShape.cpp, on one polygon that of b2PolygonShape.cpp
/// (pybox2d 2.3.10). A shape's fraction does not depend on what was hit before, so the nearest of all is the same in
/// whatever order they are asked: here along x, and only where the ray passes.
/// </remarks>
internal static class RayCaster
{
    /// <param name="terrain">What may be hit.</param>
    /// <param name="start">Where the ray begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="categories">Pieces of none of these are looked through.</param>
    /// <returns>The fraction of the way at which the first hit is; 1 where there is none.</returns>
    public static float Nearest(ref TerrainPieces terrain, Vec2 start, Vec2 end, ushort categories)
    {
        float nearest = 1.0f;
        float left = Scalar.Min(start.X, end.X);
        for (int run = 0; run < terrain.RunCount; run++)
        {
            int last = terrain.Runs[run].End;
            for (int i = terrain.FirstReaching(run, left); i < last; i++)
            {
                ref TerrainPiece piece = ref terrain.Pieces[i];
                float right = end.X > start.X ? start.X + (nearest * (end.X - start.X)) : start.X;
                if (piece.FatBox.Lower.X > right)
                    break;
                if ((piece.Category & categories) != 0)
                    Cast(ref terrain, in piece, start, end, ref nearest);
            }
        }

        return nearest;
    }

    /// <summary>Shortens the ray to where it meets a piece.</summary>
    private static void Cast(
        ref TerrainPieces terrain, in TerrainPiece piece, Vec2 start, Vec2 end, ref float nearest)
    {
        if (piece.Kind == ShapeKind.Edge)
            CastOnEdge(in piece.Edge, start, end, ref nearest);
        else
            CastOnPolygon(in terrain.Polygons[piece.Polygon], start, end, ref nearest);
    }

    private static void CastOnEdge(in EdgeShape edge, Vec2 start, Vec2 end, ref float nearest)
    {
        Vec2 way = end - start;
        float numerator = Vec2.Dot(edge.Normal, edge.Start - start);
        float denominator = Vec2.Dot(edge.Normal, way);
        if (denominator == 0.0f)
            return;
        float fraction = numerator / denominator;
        if (fraction < 0.0f || nearest < fraction)
            return;

        Vec2 hit = start + (fraction * way);
        Vec2 along = edge.End - edge.Start;
        float lengthSquared = Vec2.Dot(along, along);
        if (lengthSquared == 0.0f)
            return;
        float share = Vec2.Dot(hit - edge.Start, along) / lengthSquared;
        if (!(share < 0.0f || 1.0f < share))
            nearest = fraction;
    }

    /// <summary>Clips the ray by every face; one that begins inside hits nothing.</summary>
    private static void CastOnPolygon(in PolygonShape polygon, Vec2 start, Vec2 end, ref float nearest)
    {
        Vec2 way = end - start;
        float lower = 0.0f;
        float upper = nearest;
        bool enters = false;
        for (int i = 0; i < polygon.Count; i++)
        {
            float numerator = Vec2.Dot(polygon.Normals[i], polygon.Vertices[i] - start);
            float denominator = Vec2.Dot(polygon.Normals[i], way);
            if (denominator == 0.0f)
            {
                if (numerator < 0.0f)
                    return;
            }
            else if (denominator < 0.0f && numerator < lower * denominator)
            {
                lower = numerator / denominator;
                enters = true;
            }
            else if (denominator > 0.0f && numerator < upper * denominator)
            {
                upper = numerator / denominator;
            }

            if (upper < lower)
                return;
        }

        if (enters)
            nearest = lower;
    }
}
