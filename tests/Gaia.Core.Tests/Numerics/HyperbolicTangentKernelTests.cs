using System.Runtime.Intrinsics.X86;
using Gaia.Core.Hashing;
using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Core.Tests.Numerics;

public sealed class HyperbolicTangentKernelTests
{
    /// <summary>Magnitudes at which the method changes its case, in tanh or in the exponential of twice as much.
    /// </summary>
    private static readonly double[] Borders =
    [
        1.0 / (1L << 55), 1.0 / (1L << 54), 0.17328679, 0.5198603854199589, 0.51994, 0.866, 1.0, 6.758620368599,
        6.93147180559945, 19.4, 19.75, 21.999999999999996, 22.0, 44.0,
    ];

    /// <summary>The bits of glibc 2.36: holds on systems with another library.</summary>
    [Fact]
    public void Tanh_OverItsRangeAndAtBorders_IsTheFrozenBits()
    {
        using var hasher = new DomainHasher("test/double-tanh"u8);
        for (var i = -200_000; i <= 200_000; i++)
            Add(i / 8693.0);
        foreach (var border in Borders)
        {
            for (var i = -1000; i <= 1000; i++)
                Add(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(border) + i));
        }

        Assert.Equal("d5fc09c099c03da74cc0bd1e724b598e1a64dedd5eb38701e347bd08d253c348", hasher.Finish().ToHex());

        void Add(double x) => hasher.AppendUInt64LittleEndian(BitConverter.DoubleToUInt64Bits(StrictMath.Tanh(x)));
    }

    /// <summary>Where the processor lacks fused operations the library does without, which shows in some last bits.
    /// </summary>
    [CommonLibraryTheory]
    [InlineData(1e-9, 1)]
    [InlineData(0.1, 2.5)]
    [InlineData(1, 25)]
    public void Tanh_ManyArguments_IsTheCommonLibrarys(double low, double high)
    {
        const int Samples = 100_000;
        var stream = new PhiloxStream(31, stream: 1);
        var different = 0;
        for (var i = 0; i < Samples; i++)
        {
            var x = low * Math.Exp(stream.NextDouble() * Math.Log(high / low));
            var apart = BitConverter.DoubleToInt64Bits(StrictMath.Tanh(x))
                - BitConverter.DoubleToInt64Bits(Math.Tanh(x));
            Assert.InRange(apart, -3, 3);
            different += apart == 0 ? 0 : 1;
        }

        Assert.InRange(different, 0, Fma.IsSupported ? 0 : Samples / 200);
    }

    [Fact]
    public void Tanh_EndsOfItsRange_AreExact()
    {
        foreach (var same in new[] { 0.0, -0.0, double.Epsilon, 1e-20, double.NaN })
            Assert.Equal(BitConverter.DoubleToInt64Bits(same), BitConverter.DoubleToInt64Bits(StrictMath.Tanh(same)));
        Assert.Equal(1.0, StrictMath.Tanh(22.0));
        Assert.Equal(-1.0, StrictMath.Tanh(double.NegativeInfinity));
    }
}
