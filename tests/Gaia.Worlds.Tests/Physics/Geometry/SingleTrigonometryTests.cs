using Gaia.Core.Numerics;
using Gaia.Worlds.Physics.Geometry;

namespace Gaia.Worlds.Tests.Physics.Geometry;

public sealed class SingleTrigonometryTests
{
    [Fact]
    public void SinCos_AnglesOfAllSizes_AreWithinOneUlpOfFloat64()
    {
        float angle = 1e-6f;
        while (angle < 1e8f)
        {
            foreach (float signed in new[] { angle, -angle })
            {
                SingleTrigonometry.SinCos(signed, out float sine, out float cosine);
                AssertWithinOneUlp((float)StrictMath.Sin((double)signed), sine);
                AssertWithinOneUlp((float)StrictMath.Cos((double)signed), cosine);
            }

            angle *= 1.00173f;
        }
    }

    [Fact]
    public void SinCos_ZeroAndTiny_KeepSign()
    {
        SingleTrigonometry.SinCos(-0.0f, out float sine, out float cosine);
        Assert.True(float.IsNegative(sine));
        Assert.Equal(1.0f, cosine);
        SingleTrigonometry.SinCos(1e-20f, out sine, out _);
        Assert.Equal(1e-20f, sine);
    }

    [Theory]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.NaN)]
    public void SinCos_NotFinite_IsNaN(float angle)
    {
        SingleTrigonometry.SinCos(angle, out float sine, out float cosine);
        Assert.True(float.IsNaN(sine) && float.IsNaN(cosine));
    }

    private static void AssertWithinOneUlp(float expected, float actual)
    {
        int distance = Math.Abs(BitConverter.SingleToInt32Bits(expected) - BitConverter.SingleToInt32Bits(actual));
        Assert.True(distance <= 1, $"{actual:R} is {distance} ulp from {expected:R}");
    }
}
