using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;

namespace Gaia.Policies.Tests;

public sealed class LaneMathTests
{
    [Fact]
    public void Tanh_OfEveryExponentAndSign_EqualsStrictMathBitForBit()
    {
        // A stride that is prime to 2^23 meets each of the 512 signs and exponents about 2,700 times.
        const uint Stride = 3_109;
        Span<float> inputs = stackalloc float[Vector256<float>.Count];
        Span<float> outputs = stackalloc float[Vector256<float>.Count];
        for (ulong first = 0; first <= uint.MaxValue; first += (ulong)Stride * 8)
        {
            for (var lane = 0; lane < inputs.Length; lane++)
                inputs[lane] = BitConverter.UInt32BitsToSingle((uint)(first + (Stride * (ulong)lane)));
            LaneMath.Tanh(Vector256.Create<float>(inputs)).CopyTo(outputs);
            for (var lane = 0; lane < inputs.Length; lane++)
            {
                if (!SameBits(outputs[lane], StrictMath.Tanh(inputs[lane])))
                    Assert.Fail($"tanh({inputs[lane]:R}) is {outputs[lane]:R}, not {StrictMath.Tanh(inputs[lane]):R}");
            }
        }
    }

    [Fact]
    public void Tanh_OfSpecialValues_EqualsStrictMath()
    {
        const float Infinity = float.PositiveInfinity;
        float[] inputs = [0f, -0f, float.Epsilon, -float.Epsilon, 10f, -10f, Infinity, -Infinity];
        var outputs = new float[8];
        LaneMath.Tanh(Vector256.Create(inputs)).CopyTo(outputs);
        Assert.Equal(Samples.Bits(inputs.Select(StrictMath.Tanh).ToArray()), Samples.Bits(outputs));
        Assert.True(float.IsNaN(LaneMath.Tanh(Vector256.Create(float.NaN)).ToScalar()));
    }

    private static bool SameBits(float left, float right) =>
        BitConverter.SingleToUInt32Bits(left) == BitConverter.SingleToUInt32Bits(right)
        || (float.IsNaN(left) && float.IsNaN(right));
}
