namespace Gaia.Worlds.Physics.Bodies;

/// <summary>A shape on a body, with its surface and its broad-phase box.</summary>
internal struct Fixture
{
    public ShapeKind Kind;
    public byte Body;

    /// <summary>Index among the world's edges or polygons.</summary>
    public byte Shape;

    /// <summary>The box was renewed since pairs were last looked for.</summary>
    public bool Moved;

    public ushort Category;
    public ushort Mask;
    public float Friction;
    public float Restitution;
    public float Density;

    /// <summary>The fattened box that the broad phase compares.</summary>
    public Box FatBox;
}
