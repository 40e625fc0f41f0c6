namespace Gaia.Worlds.Physics.Shapes;

/// <summary>A line segment without neighbours, solid from both sides.</summary>
internal struct EdgeShape
{
    public Vec2 Start;
    public Vec2 End;

    public readonly Box BoundingBox(in Transform placement)
    {
        Vec2 a = placement * Start;
        Vec2 b = placement * End;
        Box tight;
        tight.Lower = Vec2.Min(a, b);
        tight.Upper = Vec2.Max(a, b);
        return tight.Grown(PhysicsSettings.SkinRadius);
    }
}
