namespace Gaia.Worlds.Physics.Shapes;

/// <summary>What a fixture is made of. In a pair the edge comes first.</summary>
internal enum ShapeKind : byte
{
    Edge,
    Polygon,
}
