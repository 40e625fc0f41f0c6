namespace Gaia.Worlds.Physics;

/// <summary>Sizes of the fixed arrays inside a physics world.</summary>
/// <remarks>
/// Large enough for the largest world, the walker over obstacles: hull and four leg parts over 199 edges and at most 40
/// boxes. Only what counts cover is ever touched. A scene that does not fit is a programmer's error, found while it is
/// built; while it runs nothing can overflow (see <see cref="Contacts"/>).
/// </remarks>
internal static class Capacity
{
    /// <summary>Moving bodies; each has one polygon.</summary>
    public const int Bodies = 5;
    public const int Joints = 4;
    public const int PolygonVertices = 8;

    /// <summary>Resting edges and polygons together; an index of one fits a byte.</summary>
    public const int TerrainPieces = 240;

    /// <summary>Resting polygons. A pit needs ten steps of the walker's terrain for its two: 180 steps hold 36, and the
    /// last obstacle may add a flight of four stairs.</summary>
    public const int TerrainPolygons = 40;

    /// <summary>Stretches of terrain that are sorted along x.</summary>
    public const int TerrainRuns = 2;

    /// <summary>Pairs of a moving body and a piece of terrain whose boxes overlap.</summary>
    /// <remarks>
    /// The lander's three bodies over eleven edges have at most 33. A part of the walker is at most 2.2 m long and
    /// moves at most <see cref="PhysicsSettings.MaxTranslation"/> = 2 m a step; its box covers that and twice as much
    /// ahead, 8.4 m, or 20 edges and 6 boxes for the hull and 18 and 5 for each of the four parts of legs: 118. Should
    /// an island be torn apart faster than that by its joints, further pairs are left out, as a fixed array must.
    /// </remarks>
    public const int Contacts = 128;
}
