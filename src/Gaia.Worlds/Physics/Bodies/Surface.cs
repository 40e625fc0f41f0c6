namespace Gaia.Worlds.Physics.Bodies;

/// <summary>What a shape is made of and what it collides with.</summary>
internal struct Surface
{
    public ushort Category;

    /// <summary>Categories it collides with; both sides must agree.</summary>
    public ushort Mask;
    public float Friction;
    public float Restitution;

    /// <summary>In kilograms per square metre; of no meaning where the shape rests.</summary>
    public float Density;
}
