using Gaia.Core.Hashing;
using Gaia.Core.Numerics;

namespace Gaia.Core.Tests.Numerics;

public sealed class StrictMathSingleTests
{
    /// <summary>Prime, so that the low bits of the sampled floats vary.</summary>
    private const uint Stride = 1223;

    private const uint SmallestBits = 0x00000000;
    private const uint LargestBits = 0x7F800000;

    /// <summary>120 radians, where the second reduction begins.</summary>
    private const uint LargeAngleBits = 0x42F00000;

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
        for (var bits = 0x20000000u; bits < LargestBits; bits += Stride)
        {
            var x = BitConverter.UInt32BitsToSingle(bits);
            var truth = exact(x);
            var unit = Math.Abs((double)MathF.BitIncrement((float)Math.Abs(truth)) - (float)Math.Abs(truth));
            worst = Math.Max(worst, Math.Abs(own(x) - truth) / unit);
        }

        Assert.InRange(worst, 0.5, 0.57);
    }

    /// <summary>What recorded physics holds: the bits of the common C library, where that is the platform's.</summary>
    [CommonLibraryTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void SinCos_EveryRangeOfFloats_IsTheCommonLibrarys(bool cosine)
    {
        Func<float, float> own = cosine ? StrictMath.Cos : StrictMath.Sin;
        Func<float, float> library = cosine ? MathF.Cos : MathF.Sin;
        AssertEqualButFor(own, library, SmallestBits, LargestBits, allowedPerMillion: 1);
    }

    [Fact]
    public void SinCos_BothAtOnce_AreTheBitsOfEach()
    {
        AssertBothAreEach(SmallestBits, LargestBits, Stride);

        // Every float about the borders: of the untouched angles, of an eighth turn, of the second reduction, of NaN.
        foreach (var border in new[] { 0x39800000u, 0x3F400000u, 0x3F490FDBu, LargeAngleBits, LargestBits })
            AssertBothAreEach(border - 2000, border + 2000, 1);
    }

    /// <summary>The bits of glibc 2.36, written down by a C program: holds on systems with another library.</summary>
    [Fact]
    public void SinCos_LargeAngles_AreTheFrozenBits()
    {
        using var hasher = new DomainHasher("test/single-sine"u8);
        for (var bits = LargeAngleBits; bits < LargestBits; bits += 10_007)
        {
            StrictMath.SinCos(BitConverter.UInt32BitsToSingle(bits | (bits << 31)), out var sine, out var cosine);
            hasher.AppendUInt32LittleEndian(BitConverter.SingleToUInt32Bits(sine))
                .AppendUInt32LittleEndian(BitConverter.SingleToUInt32Bits(cosine));
        }

        Assert.Equal("6b2d2055674066794a76861a3ff391a6b9799606ce214d6070be2227ae4901a6", hasher.Finish().ToHex());
    }

    [Fact]
    public void SpecialValues_AreIeees()
    {
        Assert.Equal(0x80000000, BitConverter.SingleToUInt32Bits(StrictMath.Tanh(-0f)));
        Assert.Equal(0x80000000, BitConverter.SingleToUInt32Bits(StrictMath.Sin(-0f)));
        Assert.Equal(float.Epsilon, StrictMath.Tanh(float.Epsilon));
        Assert.Equal(1e-20f, StrictMath.Sin(1e-20f));
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
        Assert.True(float.IsNaN(StrictMath.Sin(float.NegativeInfinity)));
        Assert.True(float.IsNaN(StrictMath.Cos(float.PositiveInfinity)));
    }

    private static void AssertBothAreEach(uint firstBits, uint endBits, uint stride)
    {
        for (var bits = firstBits; bits < endBits; bits += stride)
        {
            foreach (var x in new[] { BitConverter.UInt32BitsToSingle(bits), -BitConverter.UInt32BitsToSingle(bits) })
            {
                StrictMath.SinCos(x, out var sine, out var cosine);
                if (!HaveSameBits(StrictMath.Sin(x), sine) || !HaveSameBits(StrictMath.Cos(x), cosine))
                    Assert.Fail($"The sine or the cosine of {x:R} differs: {sine:R}, {cosine:R}.");
            }
        }
    }

    /// <summary>Of NaN only that it is one: its sign and payload are no result.</summary>
    private static bool HaveSameBits(float left, float right) =>
        BitConverter.SingleToUInt32Bits(left) == BitConverter.SingleToUInt32Bits(right)
        || (float.IsNaN(left) && float.IsNaN(right));

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
