using Gaia.Core.Numerics;
using Gaia.Core.Random;
using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Geometry;
using Gaia.Worlds.Physics.RayCasts;

namespace Gaia.Worlds.Tests.BipedalWalker;

public sealed class LidarTests
{
    [Fact]
    public void Directions_EqualSineAndCosineOfTheReferencesAngles()
    {
        for (int i = 0; i < Lidar.Rays; i++)
        {
            (double sine, double cosine) = StrictMath.SinCos(1.5 * i / 10.0);
            Assert.Equal((sine, cosine), Lidar.Direction(i));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Measure_AnywhereOverTheTerrain_EqualsRayByRay(bool hasObstacles)
    {
        PhysicsWorld world = default;
        var random = NumpyGenerator.FromSeed(31);
        var fractions = new float[Lidar.Rays];
        int hits = 0;
        for (int i = 0; i < 10_000; i++)
        {
            if (i % 100 == 0)
                WalkerScene.Build(ref world, ref random, hasObstacles);
            var start = new Vec2((float)random.Uniform(-6, 98), (float)random.Uniform(1, 9));
            world.Bodies[WalkerGeometry.Hull].Placement.Position = start;
            Lidar.Measure(ref world, fractions);
            for (int ray = 0; ray < Lidar.Rays; ray++)
            {
                float alone = RayCaster.Nearest(
                    ref world.Terrain, start, Lidar.End(start, ray), WalkerGeometry.GroundCategory);
                Assert.Equal(BitConverter.SingleToInt32Bits(alone), BitConverter.SingleToInt32Bits(fractions[ray]));
                hits += alone < 1.0f ? 1 : 0;
            }
        }

        Assert.InRange(hits, 20_000, 90_000);
    }
}
