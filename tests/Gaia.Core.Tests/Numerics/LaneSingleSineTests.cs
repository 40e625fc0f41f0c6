using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Core.Tests.Numerics;

public sealed class LaneSingleSineTests
{
    /// <summary>Every exponent and both signs, NaN and infinities among them, in neighbouring lanes.</summary>
    [Fact]
    public void SinCos_BitPatternsOfAllKinds_IsStrictMathsInEveryLane()
    {
        var stream = new PhiloxStream(1, 2);
        for (var i = 0; i < 200_000; i++)
        {
            var bits = Vector256.Create(stream.NextUInt64(), stream.NextUInt64(), stream.NextUInt64(),
                stream.NextUInt64());
            AssertLanes(bits.AsSingle());
        }
    }

    /// <summary>Angles that bodies have, and those at the borders of the quarter turns.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.785398185)]
    [InlineData(2.356194490)]
    [InlineData(120.0)]
    public void SinCos_AnglesAround_IsStrictMathsInEveryLane(double centre)
    {
        var stream = new PhiloxStream(3, 4);
        for (var i = 0; i < 100_000; i++)
        {
            var spread = (i & 1) == 0 ? 4.0 : 1e-6;
            var angles = Vector256<float>.Zero;
            for (var lane = 0; lane < Vector256<float>.Count; lane++)
                angles = angles.WithElement(lane, (float)(centre + (spread * (stream.NextDouble() - 0.5))));
            AssertLanes(angles);
            AssertLanes(-angles);
        }
    }

    private static void AssertLanes(Vector256<float> angles)
    {
        StrictLanes.SinCos(angles, out var sine, out var cosine);
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            StrictMath.SinCos(angles[lane], out var expectedSine, out var expectedCosine);
            var same = SameBits(expectedSine, sine[lane]) && SameBits(expectedCosine, cosine[lane]);
            Assert.True(same, $"sine and cosine of {angles[lane]:R}");
        }
    }

    private static bool SameBits(float a, float b) =>
        (float.IsNaN(a) && float.IsNaN(b)) || BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b);
}
