namespace Gaia.Worlds.Physics.Collision;

/// <summary>The face that the other shape's edge is clipped against.</summary>
internal struct ReferenceFace
{
    public int Index1;
    public int Index2;
    public Vec2 Start;
    public Vec2 End;
    public Vec2 Normal;
}
