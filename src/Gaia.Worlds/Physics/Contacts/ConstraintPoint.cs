namespace Gaia.Worlds.Physics.Contacts;

/// <summary>One point of a contact constraint.</summary>
internal struct ConstraintPoint
{
    public Vec2 ArmA;
    public Vec2 ArmB;
    public float NormalImpulse;
    public float TangentImpulse;
    public float NormalMass;
    public float TangentMass;
    public float VelocityBias;

    /// <summary>In the frame of the body that does not own the reference face.</summary>
    public Vec2 Local;
}
