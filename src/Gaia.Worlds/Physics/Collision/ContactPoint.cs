namespace Gaia.Worlds.Physics.Collision;

/// <summary>One point of a manifold, with the impulses that warm-start the solver.</summary>
internal struct ContactPoint
{
    /// <summary>In the frame of the body that does not own the reference face.</summary>
    public Vec2 Local;
    public float NormalImpulse;
    public float TangentImpulse;

    /// <summary>The features that met; the same key in the next step continues the same point.</summary>
    public FeatureKey Key;
}
