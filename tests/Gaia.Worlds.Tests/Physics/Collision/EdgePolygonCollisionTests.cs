using Gaia.Worlds.Physics.Collision;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.Shapes;

namespace Gaia.Worlds.Tests.Physics.Collision;

public sealed class EdgePolygonCollisionTests
{
    private static readonly PolygonShape Box = PolygonShape.CreateBox(1.0f, 1.0f);

    [Fact]
    public void Collide_BoxFlatOnEdge_GivesBothLowerCorners()
    {
        Manifold manifold = Collide(new Vec2(0.0f, 1.0f), 0.0f);

        Assert.Equal(2, manifold.PointCount);
        Assert.Equal(ManifoldKind.FaceA, manifold.Kind);
        Assert.Equal(new Vec2(0.0f, 1.0f), manifold.LocalNormal);
        Assert.Equal(-1.0f, manifold.Point0.Local.Y);
        Assert.Equal(-1.0f, manifold.Point1.Local.Y);
        Assert.Equal(0.0f, manifold.Point0.Local.X + manifold.Point1.Local.X);
        Assert.False(manifold.Point0.Key.Same(manifold.Point1.Key));
    }

    [Fact]
    public void Collide_BoxBelowEdge_PushesDown()
    {
        Manifold manifold = Collide(new Vec2(0.0f, -1.0f), 0.0f);

        Assert.Equal(2, manifold.PointCount);
        Assert.Equal(new Vec2(0.0f, -1.0f), manifold.LocalNormal);
    }

    [Theory]
    [InlineData(1.019f, 2)]
    [InlineData(1.021f, 0)]
    public void Collide_NearTheSkin_TouchesWithinTwoRadii(float height, int points) =>
        Assert.Equal(points, Collide(new Vec2(0.0f, height), 0.0f).PointCount);

    [Fact]
    public void Collide_BoxOnCorner_GivesOnePoint() =>
        Assert.Equal(1, Collide(new Vec2(0.0f, 1.41421356f), MathF.PI / 4).PointCount);

    [Fact]
    public void Collide_BoxBeyondTheEnd_DoesNotTouch() =>
        Assert.Equal(0, Collide(new Vec2(6.5f, 0.5f), 0.0f).PointCount);

    [Fact]
    public void InheritImpulses_SameFeatures_CarriesThemOver()
    {
        Manifold old = Collide(new Vec2(0.0f, 1.0f), 0.0f);
        old.Point0.NormalImpulse = 3.0f;
        old.Point1.NormalImpulse = 4.0f;
        old.Point1.TangentImpulse = 0.5f;
        Manifold next = Collide(new Vec2(0.01f, 1.001f), 0.0f);

        next.InheritImpulses(in old);

        Assert.Equal(3.0f, next.Point0.NormalImpulse);
        Assert.Equal(4.0f, next.Point1.NormalImpulse);
        Assert.Equal(0.5f, next.Point1.TangentImpulse);
        Manifold below = Collide(new Vec2(0.0f, -1.0f), 0.0f);
        below.InheritImpulses(in old);
        Assert.Equal(0.0f, below.Point0.NormalImpulse);
    }

    private static Manifold Collide(Vec2 position, float angle)
    {
        Manifold manifold = default;
        var edge = EdgeShape.Between(new Vec2(-5.0f, 0.0f), new Vec2(5.0f, 0.0f));
        var box = Transform.AroundCentre(position, angle, default);
        EdgePolygonCollision.Collide(ref manifold, in edge, in Box, in box);
        return manifold;
    }
}
