namespace Gaia.Worlds.Physics.Joints;

/// <summary>The impulses of one hinge, summed over the iterations.</summary>
internal struct HingeImpulses
{
    public float Motor;
    public float Limit;

    /// <summary>Holds the anchors together. Iterations add to it and never read it.</summary>
    public Vec2 Point;

    /// <summary>What the last iteration added to <see cref="Point"/>.</summary>
    public Vec2 LastPoint;
}
