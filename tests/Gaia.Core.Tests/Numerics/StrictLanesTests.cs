using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Core.Tests.Numerics;

public sealed class StrictLanesTests
{
    private const int GroupsPerRange = 1500;

    /// <summary>Ranges by name, so that lanes are tested alone in one and mixed with all others.</summary>
    private static readonly Dictionary<string, Magnitude> Draws = new(StringComparer.Ordinal)
    {
        ["tiny"] = (ref PhiloxStream stream) => Math.ScaleB(1 + stream.NextDouble(), -4 - (int)stream.NextBelow(1000)),
        ["polynomial"] = (ref PhiloxStream stream) => stream.NextDouble() * 0.126,
        ["inner"] = (ref PhiloxStream stream) => stream.NextDouble() * 0.85546875,
        ["quarter"] = (ref PhiloxStream stream) => 0.85 + stream.NextDouble() * 1.6,
        ["plain"] = (ref PhiloxStream stream) => stream.NextDouble() * 40,
        ["wide"] = (ref PhiloxStream stream) => Math.ScaleB(1 + stream.NextDouble(), (int)stream.NextBelow(28)),
        ["huge"] = (ref PhiloxStream stream) => Math.ScaleB(1 + stream.NextDouble(), 26 + (int)stream.NextBelow(998)),
        ["turns"] = (ref PhiloxStream stream) => stream.NextBelow(100_000) * (Math.PI / 2),
        ["rows"] = (ref PhiloxStream stream) => stream.NextBelow(600) / 256.0,
        ["special"] = (ref PhiloxStream stream) => stream.NextBelow(4) switch
        {
            0 => double.NaN,
            1 => double.PositiveInfinity,
            2 => 0.0,
            _ => double.Epsilon,
        },
    };

    private delegate double Magnitude(ref PhiloxStream stream);

    public static TheoryData<string> Ranges => [.. Draws.Keys, "mixed"];

    [Theory]
    [MemberData(nameof(Ranges))]
    public void SinCos_EveryLane_IsStrictMaths(string range)
    {
        foreach (var lanes in Groups(range))
        {
            StrictLanes.SinCos(lanes, out var sine, out var cosine);
            StrictLanes.SinCos(lanes.GetUpper(), out var upperSine, out var upperCosine);
            AssertLanes(lanes, StrictMath.Sin, sine);
            AssertLanes(lanes, StrictMath.Cos, cosine);
            AssertLanes(lanes, StrictMath.Sin, StrictLanes.Sin(lanes));
            AssertLanes(lanes, StrictMath.Cos, StrictLanes.Cos(lanes));
            AssertLanes(lanes, StrictMath.Sin, Vector512.Create(StrictLanes.Sin(lanes.GetLower()), upperSine));
            AssertLanes(lanes, StrictMath.Cos, Vector512.Create(StrictLanes.Cos(lanes.GetLower()), upperCosine));
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Square_EveryLane_IsStrictMaths(string range)
    {
        foreach (var lanes in Groups(range))
        {
            AssertLanes(lanes, StrictMath.Square, StrictLanes.Square(lanes));
            var halves = Vector512.Create(
                StrictLanes.Square(lanes.GetLower()), StrictLanes.Square(lanes.GetUpper()));
            AssertLanes(lanes, StrictMath.Square, halves);
        }
    }

    /// <summary>A stride that is prime to 2^23 meets each of the 512 signs and exponents about 2,700 times.</summary>
    [Fact]
    public void Tanh_EveryExponentAndSign_IsStrictMaths()
    {
        const uint stride = 3_109;
        var offsets = Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7) * stride;
        for (ulong first = 0; first <= uint.MaxValue; first += (ulong)stride * 8)
            AssertTanh((Vector256.Create((uint)first) + offsets).AsSingle());
    }

    /// <summary>Neighbours: where the tangent rises by less than its own last place, both forms step at once.</summary>
    [Theory]
    [InlineData(0f)]
    [InlineData(0.01f)]
    [InlineData(0.1732868f)]
    [InlineData(0.5f)]
    [InlineData(2f)]
    [InlineData(8.99f)]
    [InlineData(9.9999f)]
    public void Tanh_Neighbours_AreStrictMaths(float from)
    {
        var offsets = Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7);
        var bits = BitConverter.SingleToUInt32Bits(from);
        for (var i = 0u; i < 20_000; i += 8)
            AssertTanh((Vector256.Create(bits + i) + offsets).AsSingle());
    }

    [Fact]
    public void Tanh_SpecialValues_AreStrictMaths()
    {
        const float infinity = float.PositiveInfinity;
        AssertTanh(Vector256.Create(0f, -0f, float.Epsilon, -float.Epsilon, 10f, -10f, infinity, -infinity));
        AssertTanh(Vector256.Create(float.NaN));
    }

    private static void AssertTanh(Vector256<float> lanes)
    {
        var actual = StrictLanes.Tanh(lanes);
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            var x = lanes.GetElement(lane);
            var (own, scalar) = (actual.GetElement(lane), StrictMath.Tanh(x));
            if (BitConverter.SingleToInt32Bits(own) != BitConverter.SingleToInt32Bits(scalar)
                && !(float.IsNaN(own) && float.IsNaN(scalar)))
            {
                Assert.Fail($"tanh({x:R}) is {own:R}, not {scalar:R}.");
            }
        }
    }

    private static IEnumerable<Vector512<double>> Groups(string range)
    {
        var stream = new PhiloxStream(31, stream: (uint)range.Length);
        var choices = range.Equals("mixed", StringComparison.Ordinal) ? [.. Draws.Values] : new[] { Draws[range] };
        var values = new double[Vector512<double>.Count];
        for (var group = 0; group < GroupsPerRange; group++)
        {
            for (var lane = 0; lane < values.Length; lane++)
            {
                var magnitude = choices[(int)stream.NextBelow((uint)choices.Length)](ref stream);
                values[lane] = (stream.NextUInt32() & 1) == 0 ? magnitude : -magnitude;
            }

            yield return Vector512.Create(values);
        }
    }

    private static void AssertLanes(
        Vector512<double> arguments, Func<double, double> scalar, Vector512<double> actual)
    {
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            var expected = scalar(arguments.GetElement(lane));
            var isSame = double.IsNaN(expected)
                ? double.IsNaN(actual.GetElement(lane))
                : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual.GetElement(lane));
            Assert.True(isSame, $"Lane {lane} of {arguments}: {actual.GetElement(lane):R}, not {expected:R}.");
        }
    }
}
