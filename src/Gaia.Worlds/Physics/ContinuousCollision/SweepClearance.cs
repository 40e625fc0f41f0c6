using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>Tells cheaply of most pairs that they do not meet within a step.</summary>
/// <remarks>
/// <see cref="TimeOfImpact"/> finds an impact only where shapes come within 0.00625 m of each other, skins apart. Every
/// corner of a moving body stays within a bulge of the straight line between its places at both ends of the sweep, so
/// where both ends are further than that, with a millimetre to spare for rounding, along one direction, nothing is
/// found. What this cannot tell is left to the search; an impact that cut the sweep makes the rest of it only shorter.
/// </remarks>
internal static class SweepClearance
{
    private const float CoreGap = (1.25f * PhysicsSettings.LinearSlop) + 0.001f;

    /// <summary>The same between a piece's fattened box and a swept one, in which the skins are.</summary>
    private const float BoxGap = CoreGap - (2.0f * PhysicsSettings.SkinRadius) - PhysicsSettings.BoxMargin;

    /// <returns>True where the search would find no impact; false where it has to be asked.</returns>
    public static bool IsClear(ref PhysicsWorld world, int pieceIndex, int bodyIndex)
    {
        ref TerrainPiece piece = ref world.Terrain.Pieces[pieceIndex];
        ref Fixture fixture = ref world.Fixtures[bodyIndex];
        if (Box.AreApart(in piece.FatBox, in fixture.SweptBox, BoxGap + fixture.Bulge))
            return true;
        return piece.Kind == ShapeKind.Edge && IsBeside(
            in piece.Edge,
            in world.Polygons[bodyIndex],
            in fixture.SweepStart,
            in world.Bodies[bodyIndex].Placement,
            CoreGap + fixture.Bulge);
    }

    /// <summary>Whether all corners stay on one side of the edge's line.</summary>
    private static bool IsBeside(
        in EdgeShape edge, in PolygonShape polygon, in Transform start, in Transform end, float gap)
    {
        // The normal in the frames of both ends, so that corners need not be turned.
        Vec2 startNormal = start.Rotation.Unrotate(edge.Normal);
        Vec2 endNormal = end.Rotation.Unrotate(edge.Normal);
        float startOffset = Vec2.Dot(start.Position - edge.Start, edge.Normal);
        float endOffset = Vec2.Dot(end.Position - edge.Start, edge.Normal);
        float least = float.MaxValue;
        float most = -float.MaxValue;
        for (int i = 0; i < polygon.Count; i++)
        {
            float atStart = startOffset + Vec2.Dot(polygon.Vertices[i], startNormal);
            float atEnd = endOffset + Vec2.Dot(polygon.Vertices[i], endNormal);
            least = Scalar.Min(least, Scalar.Min(atStart, atEnd));
            most = Scalar.Max(most, Scalar.Max(atStart, atEnd));
        }

        return least > gap || most < -gap;
    }
}
