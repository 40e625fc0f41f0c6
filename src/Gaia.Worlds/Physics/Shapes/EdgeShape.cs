namespace Gaia.Worlds.Physics.Shapes;

/// <summary>A line segment without neighbours, solid from both sides.</summary>
internal struct EdgeShape
{
    public Vec2 Start;
    public Vec2 End;

    /// <summary>Of unit length, to the right of the way from start to end.</summary>
    public Vec2 Normal;

    public static EdgeShape Between(Vec2 start, Vec2 end)
    {
        Vec2 direction = end - start;
        direction.Normalize();
        EdgeShape edge;
        edge.Start = start;
        edge.End = end;
        edge.Normal = new Vec2(direction.Y, -direction.X);
        return edge;
    }

    public readonly Box BoundingBox()
    {
        Box tight;
        tight.Lower = Vec2.Min(Start, End);
        tight.Upper = Vec2.Max(Start, End);
        return tight.Grown(PhysicsSettings.SkinRadius);
    }
}
