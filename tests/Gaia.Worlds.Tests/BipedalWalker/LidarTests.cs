using Gaia.Core.Numerics;
using Gaia.Worlds.BipedalWalker;

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
}
