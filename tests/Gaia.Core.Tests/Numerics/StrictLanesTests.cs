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
