using System.Numerics;
using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Core.Tests.Numerics;

public sealed class StrictMathTests
{
    private const int OracleSamples = 1500;

    public static TheoryData<string, double, double, double> Bounds => new()
    {
        // function, smallest and largest magnitude sampled, bound in ulp
        { "sin", 1e-9, 0.8, 0.502 },
        { "sin", 0.5, 100, 0.502 },
        { "sin", 100, 9.9e5, 0.502 },
        { "cos", 1e-9, 0.8, 0.502 },
        { "cos", 0.5, 100, 0.502 },
        { "cos", 100, 9.9e5, 0.502 },
        { "exp", 1e-9, 1, 0.51 },
        { "exp", 1, 100, 0.51 },
        { "tanh", 1e-9, 0.5, 0.53 },
        { "tanh", 0.5, 19, 0.53 },
        { "log", 1e-6, 0.9, 0.95 },
        { "log", 0.9, 1.1, 0.95 },
        { "log", 1.1, 1e9, 0.95 },
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
