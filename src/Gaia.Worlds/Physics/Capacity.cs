namespace Gaia.Worlds.Physics;

/// <summary>Sizes of the fixed arrays inside a physics world.</summary>
/// <remarks>
/// Large enough for the largest world built today, the lander: ground, hull and two legs over eleven terrain edges. A
/// scene that does not fit is a programmer's error and throws while it is built, never while it runs: contacts are
/// bounded by moving fixtures times resting ones.
/// </remarks>
internal static class Capacity
{
    public const int Bodies = 4;
    public const int Fixtures = 14;
    public const int Edges = 11;
    public const int Polygons = 3;
    public const int PolygonVertices = 8;
    public const int Joints = 2;
    public const int Contacts = Edges * Polygons;
}
