using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Physics.RayCasts;

/// <summary>Eight rays from one point, side by side: <see cref="RayCaster"/> in lanes, equal to the bit.</summary>
internal readonly struct RayFan
{
    private readonly Vec2 _start;
    private readonly Vector256<float> _endX;
    private readonly Vector256<float> _endY;
    private readonly Vector256<float> _wayX;
    private readonly Vector256<float> _wayY;

    /// <param name="start">Where all rays begin.</param>
    /// <param name="endX">Where each ends.</param>
    /// <param name="endY">Where each ends.</param>
    public RayFan(Vec2 start, Vector256<float> endX, Vector256<float> endY)
    {
        _start = start;
        _endX = endX;
        _endY = endY;
        _wayX = endX - Vector256.Create(start.X);
        _wayY = endY - Vector256.Create(start.Y);
    }

    /// <param name="terrain">What may be hit.</param>
    /// <param name="categories">Pieces of none of these are looked through.</param>
    /// <returns>For every ray the fraction of the way at which the first hit is; 1 where there is none.</returns>
    public Vector256<float> Nearest(ref TerrainPieces terrain, ushort categories)
    {
        Vector256<float> nearest = Vector256<float>.One;
        float left = Scalar.Min(_start.X, Least(_endX));
        float right = Scalar.Max(_start.X, -Least(-_endX));
        float bottom = Scalar.Min(_start.Y, Least(_endY));
        float top = Scalar.Max(_start.Y, -Least(-_endY));
        for (int run = 0; run < terrain.RunCount; run++)
        {
            int last = terrain.Runs[run].End;
            for (int i = terrain.FirstReaching(run, left); i < last; i++)
            {
                ref TerrainPiece piece = ref terrain.Pieces[i];
                if (piece.FatBox.Lower.X > right)
                    break;
                bool isLevel = piece.FatBox.Upper.Y >= bottom && piece.FatBox.Lower.Y <= top;
                if (!isLevel || (piece.Category & categories) == 0)
                    continue;
                nearest = piece.Kind == ShapeKind.Edge
                    ? CastOnEdge(in piece.Edge, nearest)
                    : CastOnPolygon(in terrain.Polygons[piece.Polygon], nearest);
            }
        }

        return nearest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> CastOnEdge(in EdgeShape edge, Vector256<float> nearest)
    {
        Vec2 along = edge.End - edge.Start;
        float lengthSquared = Vec2.Dot(along, along);
        if (lengthSquared == 0.0f)
            return nearest;

        var numerator = Vector256.Create(Vec2.Dot(edge.Normal, edge.Start - _start));
        Vector256<float> denominator = (edge.Normal.X * _wayX) + (edge.Normal.Y * _wayY);
        Vector256<float> fraction = numerator / denominator;
        Vector256<float> hitX = Vector256.Create(_start.X) + (fraction * _wayX);
        Vector256<float> hitY = Vector256.Create(_start.Y) + (fraction * _wayY);
        Vector256<float> projection = ((hitX - Vector256.Create(edge.Start.X)) * along.X) +
            ((hitY - Vector256.Create(edge.Start.Y)) * along.Y);
        Vector256<float> share = projection / Vector256.Create(lengthSquared);
        Vector256<float> misses = Vector256.Equals(denominator, Vector256<float>.Zero) |
            Vector256.LessThan(fraction, Vector256<float>.Zero) |
            Vector256.LessThan(nearest, fraction) |
            Vector256.LessThan(share, Vector256<float>.Zero) |
            Vector256.LessThan(Vector256<float>.One, share);
        return Vector256.ConditionalSelect(misses, nearest, fraction);
    }

    /// <summary>Clips the rays by every face; one that begins inside hits nothing.</summary>
    private Vector256<float> CastOnPolygon(in PolygonShape polygon, Vector256<float> nearest)
    {
        Vector256<float> lower = Vector256<float>.Zero;
        Vector256<float> upper = nearest;
        Vector256<float> enters = Vector256<float>.Zero;
        Vector256<float> misses = Vector256<float>.Zero;
        for (int i = 0; i < polygon.Count; i++)
        {
            Vec2 normal = polygon.Normals[i];
            var numerator = Vector256.Create(Vec2.Dot(normal, polygon.Vertices[i] - _start));
            Vector256<float> denominator = (normal.X * _wayX) + (normal.Y * _wayY);
            Vector256<float> place = numerator / denominator;
            Vector256<float> isAlong = Vector256.Equals(denominator, Vector256<float>.Zero);
            Vector256<float> isEntry = Vector256.LessThan(denominator, Vector256<float>.Zero) &
                Vector256.LessThan(numerator, lower * denominator);
            Vector256<float> isExit = Vector256.GreaterThan(denominator, Vector256<float>.Zero) &
                Vector256.LessThan(numerator, upper * denominator);
            lower = Vector256.ConditionalSelect(isEntry, place, lower);
            upper = Vector256.ConditionalSelect(isExit, place, upper);
            enters |= isEntry;
            misses |= (isAlong & Vector256.LessThan(numerator, Vector256<float>.Zero)) |
                Vector256.LessThan(upper, lower);
        }

        return Vector256.ConditionalSelect(Vector256.AndNot(enters, misses), lower, nearest);
    }

    private static float Least(Vector256<float> values)
    {
        var pairs = Vector128.Min(values.GetLower(), values.GetUpper());
        pairs = Vector128.Min(pairs, Vector128.Shuffle(pairs, Vector128.Create(2, 3, 0, 1)));
        return Scalar.Min(pairs[0], pairs[1]);
    }
}
