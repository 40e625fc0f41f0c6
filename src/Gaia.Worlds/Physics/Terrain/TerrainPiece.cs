namespace Gaia.Worlds.Physics.Terrain;

/// <summary>A resting edge or polygon, in world coordinates.</summary>
/// <remarks>Every resting body of the worlds lies at the origin, unturned: its frame is the world's.</remarks>
internal struct TerrainPiece
{
    /// <summary>The fattened box that the broad phase compares.</summary>
    public Box FatBox;

    /// <summary>The shape, where it is an edge.</summary>
    public EdgeShape Edge;
    public float Friction;
    public float Restitution;
    public ushort Category;
    public ushort Mask;
    public ShapeKind Kind;

    /// <summary>Index among the terrain's polygons, where it is one.</summary>
    public byte Polygon;

    /// <summary>The resting body that the piece is of.</summary>
    public byte Body;
}
