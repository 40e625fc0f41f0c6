using System.Numerics;
using Gaia.Core.Hashing;
using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Core.Tests.Numerics;

public sealed class StrictMathTests
{
    private const int OracleSamples = 1500;

    public static TheoryData<string, double, double, double> Bounds => new()
    {
        // function, smallest and largest magnitude sampled, bound in ulp
        { "sin", 1e-9, 0.8, 0.55 },
        { "sin", 0.5, 100, 0.55 },
        { "sin", 100, 1e6, 0.55 },
        { "sin", 1e6, 1e12, 0.55 },
        { "sin", 1e12, 1e308, 0.55 },
        { "cos", 1e-9, 0.8, 0.55 },
        { "cos", 0.5, 100, 0.55 },
        { "cos", 100, 1e6, 0.55 },
        { "cos", 1e6, 1e12, 0.55 },
        { "cos", 1e12, 1e308, 0.55 },
        { "exp", 1e-9, 1, 0.53 },
        { "exp", 1, 100, 0.53 },
        { "tanh", 1e-9, 0.5, 2.2 },
        { "tanh", 0.5, 19, 2.2 },
        { "log", 1e-6, 0.9, 0.8 },
        { "log", 0.9, 1.1, 0.8 },
        { "log", 1.1, 1e9, 0.8 },
    };

    /// <summary>Against 320 binary places, on magnitudes spread evenly over their logarithm.</summary>
    [Theory]
    [MemberData(nameof(Bounds))]
    public void Double_AgainstOracle_StaysWithinBound(string function, double low, double high, double boundUlp)
    {
        var (own, oracle) = Functions(function);
        var stream = new PhiloxStream(77, stream: 1);
        var worst = 0.0;
        var worstAt = 0.0;
        for (var i = 0; i < OracleSamples; i++)
        {
            var x = low * Math.Exp(stream.NextDouble() * Math.Log(high / low));
            if (function != "log" && (stream.NextUInt32() & 1) == 0)
                x = -x;
            var error = BinaryReal.UlpError(own(x), oracle(x));
            if (error <= worst)
                continue;
            worst = error;
            worstAt = x;
        }

        Assert.True(worst <= boundUlp, $"{function}({worstAt:R}) is off by {worst:F4} ulp.");
    }

    /// <summary>Doubles that lie nearest to multiples of pi/2: nothing but the reduction decides their result. The one
    /// that is nearest of all shows where the library's reduction of huge angles ends.</summary>
    [Theory]
    [InlineData(3.141592653589793, 0.57)]
    [InlineData(1.5707963267948966, 0.57)]
    [InlineData(355, 0.57)]
    [InlineData(1048576.0, 0.57)]
    [InlineData(105414336.0, 0.57)]
    [InlineData(105414335.99999999, 0.57)]
    [InlineData(6381956970095103.0 * 2.1510920016916126e+239, 0.57)]
    [InlineData(5.319372648326541e+255, 8)]
    [InlineData(1.7976931348623157e308, 0.57)]
    [InlineData(411897.1120643, 0.57)]
    public void SinCos_NearQuarterTurns_StayWithinBound(double x, double boundUlp)
    {
        foreach (var angle in new[] { x, -x, Math.BitIncrement(x), Math.BitDecrement(x) }.Where(double.IsFinite))
        {
            Assert.InRange(BinaryReal.UlpError(StrictMath.Sin(angle), BinaryReal.Sin(angle)), 0, boundUlp);
            Assert.InRange(BinaryReal.UlpError(StrictMath.Cos(angle), BinaryReal.Cos(angle)), 0, boundUlp);
        }
    }

    /// <summary>The platform's library errs too, by up to 0.55 ulp in sine: one unit apart now and then, never two.
    /// </summary>
    [Theory]
    [InlineData("sin", 1, 1, 0.005)]
    [InlineData("cos", 1, 1, 0.005)]
    [InlineData("sin", 1e5, 1, 0.005)]
    [InlineData("cos", 1e5, 1, 0.005)]
    [InlineData("exp", 20, 1, 0.02)]
    [InlineData("log", 100, 1, 0.1)]
    [InlineData("tanh", 1, 3, 0.005)]
    public void Double_AgainstPlatform_DiffersRarelyAndLittle(string name, double range, double boundUlp, double share)
    {
        const int samples = 100_000;
        var (own, _) = Functions(name);
        Func<double, double> platform = name switch
        {
            "sin" => Math.Sin,
            "cos" => Math.Cos,
            "exp" => Math.Exp,
            "log" => Math.Log,
            _ => Math.Tanh,
        };
        var stream = new PhiloxStream(5, stream: 2);
        var different = 0;
        for (var i = 0; i < samples; i++)
        {
            var x = (2 * stream.NextDouble() - 1) * range;
            x = name == "log" ? Math.Abs(x) : x;
            var apart = UlpsApart(own(x), platform(x));
            Assert.True(apart <= boundUlp, $"{name}({x:R}) is {apart} units from the platform's.");
            different += apart == 0 ? 0 : 1;
        }

        Assert.True(different <= samples * share, $"{different} of {samples} differ.");
    }

    [Fact]
    public void SpecialValues_AreIeees()
    {
        AssertBits(-0.0, StrictMath.Sin(-0.0));
        AssertBits(0.0, StrictMath.Sin(0.0));
        AssertBits(-0.0, StrictMath.Tanh(-0.0));
        AssertBits(double.Epsilon, StrictMath.Sin(double.Epsilon));
        Assert.Equal(1.0, StrictMath.Cos(-0.0));
        Assert.Equal((-0.0, 1.0), StrictMath.SinCos(-0.0));
        Assert.Equal(1.0, StrictMath.Exp(-0.0));
        Assert.Equal(1.0, StrictMath.Tanh(double.PositiveInfinity));
        Assert.Equal(-1.0, StrictMath.Tanh(-1e300));
        Assert.Equal(double.PositiveInfinity, StrictMath.Exp(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, StrictMath.Exp(709.8));
        Assert.Equal(0.0, StrictMath.Exp(double.NegativeInfinity));
        Assert.Equal(0.0, StrictMath.Exp(-746));
        Assert.Equal(0.0, StrictMath.Log(1));
        Assert.Equal(double.NegativeInfinity, StrictMath.Log(-0.0));
        Assert.Equal(double.PositiveInfinity, StrictMath.Log(double.PositiveInfinity));
        Assert.Equal(Math.Log(double.Epsilon), StrictMath.Log(double.Epsilon), 1e-12);
        foreach (var invalid in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.True(double.IsNaN(StrictMath.Sin(invalid)));
            Assert.True(double.IsNaN(StrictMath.Cos(invalid)));
            Assert.True(double.IsNaN(StrictMath.SinCos(invalid).Sin));
            Assert.True(double.IsNaN(StrictMath.SinCos(invalid).Cos));
        }

        Assert.True(double.IsNaN(StrictMath.Exp(double.NaN)));
        Assert.True(double.IsNaN(StrictMath.Tanh(double.NaN)));
        Assert.True(double.IsNaN(StrictMath.Log(double.NaN)));
        Assert.True(double.IsNaN(StrictMath.Log(-1)));
    }

    [Theory]
    [InlineData(-745.13)]
    [InlineData(-740)]
    [InlineData(-708.4)]
    [InlineData(-708.3)]
    [InlineData(709.78)]
    [InlineData(709.782712893384)]
    [InlineData(-745.1332191019411)]
    public void Exp_AtTheEndsOfTheRange_IsWithinOneUnit(double x) =>
        Assert.InRange(UlpsApart(StrictMath.Exp(x), Math.Exp(x)), 0, 1);

    [Fact]
    public void Signs_AreExactAndSinCosIsBoth()
    {
        var stream = new PhiloxStream(6, stream: 3);
        for (var i = 0; i < 20_000; i++)
        {
            var x = (2 * stream.NextDouble() - 1) * ((i & 1) == 0 ? 30 : 1e9);
            AssertBits(-StrictMath.Sin(x), StrictMath.Sin(-x));
            AssertBits(StrictMath.Cos(x), StrictMath.Cos(-x));
            AssertBits(-StrictMath.Tanh(x), StrictMath.Tanh(-x));
            var (sine, cosine) = StrictMath.SinCos(x);
            AssertBits(StrictMath.Sin(x), sine);
            AssertBits(StrictMath.Cos(x), cosine);
        }
    }

    /// <summary>The bits themselves, frozen: a compiler that contracts, reorders or substitutes shows here.</summary>
    [Fact]
    public void Bits_OfManyResults_AreTheFrozenOnes()
    {
        var stream = new PhiloxStream(8, stream: 4);
        using var hasher = new DomainHasher("test/strict-math"u8);
        for (var i = 0; i < 20_000; i++)
        {
            var unit = 2 * stream.NextDouble() - 1;
            Add(StrictMath.Sin(unit * 1e4));
            Add(StrictMath.Cos(unit * 1e9));
            Add(StrictMath.Exp(unit * 700));
            Add(StrictMath.Tanh(unit * 5));
            Add(StrictMath.Log(Math.Abs(unit)));
            Add(StrictMath.Sin((float)unit * 100));
            Add(StrictMath.Cos((float)unit * 3));
            Add(StrictMath.Tanh((float)unit * 4));
            Add(StrictMath.Exp((float)unit * 80));
        }

        Assert.Equal("b337ccc67cbdd561689fce8990a4f5a5b9d8e54c96d2ce8268088fa7d9f14e2b", hasher.Finish().ToHex());

        void Add(double value) => hasher.AppendUInt64LittleEndian(BitConverter.DoubleToUInt64Bits(value));
    }

    private static void AssertBits(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));

    private static long UlpsApart(double left, double right) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(left) - BitConverter.DoubleToInt64Bits(right));

    private static (Func<double, double> Own, Func<double, BigInteger> Oracle) Functions(string name) => name switch
    {
        "sin" => (StrictMath.Sin, BinaryReal.Sin),
        "cos" => (StrictMath.Cos, BinaryReal.Cos),
        "exp" => (StrictMath.Exp, BinaryReal.Exp),
        "tanh" => (StrictMath.Tanh, BinaryReal.Tanh),
        "log" => (StrictMath.Log, BinaryReal.Log),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
