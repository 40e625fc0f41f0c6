using System.Globalization;
using Gaia.Core.Numerics;

namespace Gaia.Core.Tests.Numerics;

/// <summary>Squares in single precision against recorded powers of the common C library.</summary>
public sealed class SingleSquareKernelTests
{
    [Theory]
    [InlineData("product", 150)]
    [InlineData("other", 250)]
    public void Square_RecordedArguments_HasTheLibrarysBits(string kind, int count)
    {
        var samples = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden", "glibc-square-single.txt"))
            .Select(line => line.Split(' '))
            .Where(words => words[0].Equals(kind, StringComparison.Ordinal))
            .Select(words => (X: FromBits(words[1]), Power: FromBits(words[2])))
            .ToArray();
        Assert.Equal(count, samples.Length);
        foreach (var (x, power) in samples)
        {
            Assert.Equal(kind == "product", power.Equals((float)(x * (double)x)));
            Assert.Equal(power, StrictMath.Square(x));
            Assert.Equal(power, StrictMath.Square(-x));
        }
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(1f)]
    [InlineData(-2f)]
    [InlineData(1.5f)]
    [InlineData(1e-30f)]
    [InlineData(1e-23f)]
    [InlineData(float.Epsilon)]
    [InlineData(1.8e19f)]
    [InlineData(2e19f)]
    [InlineData(float.MaxValue)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.NaN)]
    public void Square_ExactOrBeyondTheRange_IsTheProduct(float x) =>
        Assert.Equal((float)(x * (double)x), StrictMath.Square(x));

    private static float FromBits(string text) =>
        BitConverter.UInt32BitsToSingle(uint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
