namespace Gaia.Worlds.Physics.Collision;

/// <summary>An end of the incident edge while it is clipped.</summary>
internal struct ClipVertex
{
    public Vec2 Position;
    public FeatureKey Key;
}
