using System.Globalization;
using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Core.Tests.Numerics;

/// <summary>Squares against recorded powers of the common C library.</summary>
public sealed class SquareKernelTests
{
    [Theory]
    [InlineData("product", 150)]
    [InlineData("other", 200)]
    public void Square_RecordedArguments_HasTheLibrarysBits(string kind, int atLeast)
    {
        var samples = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "golden", "glibc-square.txt"))
            .Select(line => line.Split(' '))
            .Where(words => words[0].Equals(kind, StringComparison.Ordinal))
            .Select(words => (X: FromBits(words[1]), Power: FromBits(words[2])))
            .ToArray();
        Assert.True(samples.Length >= atLeast);
        foreach (var (x, power) in samples)
        {
            Assert.Equal(kind == "product", power.Equals(x * x));
            Assert.Equal(power, StrictMath.Square(x));
            Assert.Equal(power, StrictMath.Square(-x));
        }
    }

    /// <summary>The short way is taken only where the long way ends at the same double.</summary>
    [Fact]
    public void Square_AnyArgument_IsTheLongWays()
    {
        var stream = new PhiloxStream(21);
        for (var i = 0; i < 200_000; i++)
        {
            var x = Math.ScaleB(1.0 + stream.NextDouble(), (int)stream.NextBelow(660) - 330);
            Assert.Equal(SquareKernel.ByLogarithm(x), StrictMath.Square(x));
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-2.0)]
    [InlineData(1e-101)]
    [InlineData(-1e101)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void Square_PowersOfTwoAndBeyondTheLimits_IsTheProduct(double x) =>
        Assert.Equal(x * x, StrictMath.Square(x));

    private static double FromBits(string text) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
