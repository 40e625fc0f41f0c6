using System.Collections.Immutable;
using Gaia.Core.Random;

namespace Gaia.Policies.Tests;

/// <summary>Layouts and genomes that several tests share.</summary>
internal static class Samples
{
    public static MlpLayout Layout(
        int inputs,
        ImmutableArray<int> hidden,
        int outputs,
        Activation activation = Activation.Tanh,
        PolicyOutput output = PolicyOutput.ArgMax) => new(inputs, hidden, outputs, activation, output);

    /// <summary>Values of many magnitudes: a uniform in [-4, 4), scaled by up to 2^+-6.</summary>
    public static float[] Values(int count, uint seed)
    {
        var random = new PhiloxStream(seed);
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = (float)((random.NextDouble() - 0.5) * Math.ScaleB(8.0, (int)random.NextBelow(13) - 6));
        return values;
    }

    /// <summary>Any bits at all that are a finite float: subnormal, -0 and huge ones among them.</summary>
    public static float[] FiniteBits(int count, uint seed)
    {
        var random = new PhiloxStream(seed, stream: 1);
        var values = new float[count];
        for (var i = 0; i < count;)
        {
            values[i] = random.NextBelow(8) switch
            {
                0 => -0f,
                1 => BitConverter.UInt32BitsToSingle(random.NextBelow(1u << 23)),
                _ => BitConverter.UInt32BitsToSingle(random.NextUInt32()),
            };
            i += float.IsFinite(values[i]) ? 1 : 0;
        }

        return values;
    }

    public static uint[] Bits(ReadOnlySpan<float> values)
    {
        var bits = new uint[values.Length];
        for (var i = 0; i < bits.Length; i++)
            bits[i] = float.IsNaN(values[i]) ? 0x7FC00000u : BitConverter.SingleToUInt32Bits(values[i]);
        return bits;
    }
}
