namespace Gaia.Worlds.Physics.Shapes;

/// <summary>Mass in kilograms, centre in metres, inertia about the body's origin in kilogram square metres.</summary>
internal struct MassProperties
{
    public float Mass;
    public Vec2 Centre;
    public float Inertia;
}
