using Gaia.Worlds.Physics.Collision;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;

namespace Gaia.Worlds.Tests.Physics.Collision;

public sealed class PolygonCollisionTests
{
    /// <summary>Resting, with its top at y = 0.</summary>
    private static readonly PolygonShape Block =
        PolygonShape.CreateHull([new(-3, 0), new(-3, -2), new(3, -2), new(3, 0)]);

    private static readonly PolygonShape Box = PolygonShape.CreateBox(1.0f, 1.0f);

    [Fact]
    public void Collide_BoxFlatOnTop_GivesBothLowerCornersOnTheBlocksFace()
    {
        Manifold manifold = Collide(new Vec2(0.5f, 1.0f), 0.0f);

        Assert.Equal(2, manifold.PointCount);
        Assert.Equal(ManifoldKind.FaceA, manifold.Kind);
        Assert.Equal(new Vec2(0.0f, 1.0f), manifold.LocalNormal);
        Assert.Equal(0.0f, manifold.LocalPoint.Y);
        Assert.Equal((-1.0f, -1.0f), (manifold.Point0.Local.Y, manifold.Point1.Local.Y));
        Assert.Equal(0.0f, manifold.Point0.Local.X + manifold.Point1.Local.X);
        Assert.False(manifold.Point0.Key.Same(manifold.Point1.Key));
    }

    [Fact]
    public void Collide_BoxOverTheRim_IsClippedThere()
    {
        Manifold manifold = Collide(new Vec2(3.0f, 1.0f), 0.0f);

        Assert.Equal(2, manifold.PointCount);
        float right = MathF.Max(manifold.Point0.Local.X, manifold.Point1.Local.X);
        Assert.Equal(0.02f, right, 1e-6f);
    }

    [Fact]
    public void Collide_BoxAtTheSide_IsPushedAside()
    {
        Manifold manifold = Collide(new Vec2(4.01f, -1.0f), 0.0f);

        Assert.Equal(2, manifold.PointCount);
        Assert.Equal(new Vec2(1.0f, 0.0f), manifold.LocalNormal);
    }

    [Fact]
    public void Collide_CornerOnTop_GivesOnePoint() =>
        Assert.Equal(1, Collide(new Vec2(0.0f, 1.41421356f), MathF.PI / 4).PointCount);

    [Fact]
    public void Collide_BoxTiltedOverTheRim_TakesTheBoxsFace()
    {
        // The rim of the block pokes into the underside of the box.
        Manifold manifold = Collide(new Vec2(3.3f, 0.75f), -0.6f);

        Assert.Equal(ManifoldKind.FaceB, manifold.Kind);
        Assert.InRange(manifold.PointCount, 1, 2);
        Assert.Equal(Box.Normals[0], manifold.LocalNormal);
    }

    [Theory]
    [InlineData(1.019f, 2)]
    [InlineData(1.021f, 0)]
    public void Collide_NearTheSkin_TouchesWithinTwoRadii(float height, int points) =>
        Assert.Equal(points, Collide(new Vec2(0.0f, height), 0.0f).PointCount);

    private static Manifold Collide(Vec2 position, float angle)
    {
        Manifold manifold = default;
        var placement = Transform.AroundCentre(position, angle, default);
        PolygonCollision.Collide(ref manifold, in Block, in Box, in placement);
        return manifold;
    }
}
