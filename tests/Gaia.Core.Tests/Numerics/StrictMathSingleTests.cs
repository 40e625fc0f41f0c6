using Gaia.Core.Numerics;

namespace Gaia.Core.Tests.Numerics;

public sealed class StrictMathSingleTests
{
    /// <summary>Prime, so that the low bits of the sampled floats vary.</summary>
    private const uint Stride = 1223;

    private const uint SmallestBits = 0x00000000;
    private const uint LargestBits = 0x7F800000;
    private const uint MaxAngleBits = 0x42F00000;

    [Fact]
    public void Tanh_EveryRangeOfFloats_IsTheCorrectlyRoundedValue() =>
        AssertEqualButFor(
            StrictMath.Tanh, x => (float)Math.Tanh((double)x), SmallestBits, LargestBits, allowedPerMillion: 2);

    [Fact]
    public void Exp_EveryRangeOfFloats_IsTheCorrectlyRoundedValue() =>
        AssertEqualButFor(
            StrictMath.Exp, x => (float)Math.Exp((double)x), SmallestBits, LargestBits, allowedPerMillion: 2);

    /// <summary>The definition has polynomials of degree 7 and 8: 0.57 ulp.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SinCos_EveryRangeOfFloats_IsNearTheCorrectlyRoundedValue(bool cosine)
    {
        Func<float, float> own = cosine ? StrictMath.Cos : StrictMath.Sin;
        Func<double, double> exact = cosine ? StrictMath.Cos : StrictMath.Sin;
        var worst = 0.0;
        for (var bits = 0x20000000u; bits < MaxAngleBits; bits += Stride)
        {
            var x = BitConverter.UInt32BitsToSingle(bits);
            var truth = exact(x);
            var unit = Math.Abs((double)MathF.BitIncrement((float)Math.Abs(truth)) - (float)Math.Abs(truth));
            worst = Math.Max(worst, Math.Abs(own(x) - truth) / unit);
        }

        Assert.InRange(worst, 0.5, 0.57);
    }

    /// <summary>What recorded physics holds: the bits of the common C library, where that is the platform's.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SinCos_BelowTheLargeAngles_IsTheCommonLibrarys(bool cosine)
    {
        if (!OperatingSystem.IsLinux() || !IsCommonLibrary())
            return;
        Func<float, float> own = cosine ? StrictMath.Cos : StrictMath.Sin;
        Func<float, float> library = cosine ? MathF.Cos : MathF.Sin;
        AssertEqualButFor(own, library, SmallestBits, MaxAngleBits, allowedPerMillion: 1);
    }

    [Fact]
    public void SinCos_LargeAngles_AreTheCorrectlyRoundedOnes()
    {
        for (var bits = MaxAngleBits; bits < LargestBits; bits += 10_007)
        {
            var x = BitConverter.UInt32BitsToSingle(bits);
            Assert.Equal((float)StrictMath.Sin((double)x), StrictMath.Sin(x));
            Assert.Equal((float)StrictMath.Cos((double)x), StrictMath.Cos(x));
        }
    }

    [Fact]
    public void SpecialValues_AreIeees()
    {
        Assert.Equal(0x80000000, BitConverter.SingleToUInt32Bits(StrictMath.Tanh(-0f)));
        Assert.Equal(0x80000000, BitConverter.SingleToUInt32Bits(StrictMath.Sin(-0f)));
        Assert.Equal(float.Epsilon, StrictMath.Tanh(float.Epsilon));
        Assert.Equal(1f, StrictMath.Cos(0f));
        Assert.Equal(1f, StrictMath.Tanh(float.PositiveInfinity));
        Assert.Equal(-1f, StrictMath.Tanh(float.NegativeInfinity));
        Assert.Equal(float.PositiveInfinity, StrictMath.Exp(float.PositiveInfinity));
        Assert.Equal(float.PositiveInfinity, StrictMath.Exp(89f));
        Assert.Equal(0f, StrictMath.Exp(float.NegativeInfinity));
        Assert.Equal(MathF.Exp(-100f), StrictMath.Exp(-100f));
        Assert.True(float.IsNaN(StrictMath.Tanh(float.NaN)));
        Assert.True(float.IsNaN(StrictMath.Exp(float.NaN)));
        Assert.True(float.IsNaN(StrictMath.Sin(float.NaN)));
        Assert.True(float.IsNaN(StrictMath.Cos(float.PositiveInfinity)));
    }

    private static bool IsCommonLibrary()
    {
        // Arguments whose correctly rounded sine is another one: only the library's own formula gives its bits.
        var differing = 0;
        for (var bits = 0x3F800000u; bits < 0x3F880000; bits++)
        {
            var x = BitConverter.UInt32BitsToSingle(bits);
            differing += MathF.Sin(x).Equals((float)StrictMath.Sin((double)x)) ? 0 : 1;
        }

        return differing > 100;
    }

    private static void AssertEqualButFor(
        Func<float, float> own, Func<float, float> expected, uint firstBits, uint endBits, int allowedPerMillion)
    {
        var samples = 0;
        var different = 0;
        var example = 0f;
        for (var bits = firstBits; bits < endBits; bits += Stride)
        {
            foreach (var x in new[] { BitConverter.UInt32BitsToSingle(bits), -BitConverter.UInt32BitsToSingle(bits) })
            {
                samples++;
                if (own(x).Equals(expected(x)))
                    continue;
                different++;
                example = x;
            }
        }

        Assert.True(
            different * 1_000_000L <= (long)allowedPerMillion * samples,
            $"{different} of {samples} differ, such as {example:R}.");
    }
}
