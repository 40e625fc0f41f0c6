using Gaia.Core.Numerics;
using Gaia.Core.Random;

namespace Gaia.Worlds.Samples;

/// <summary>Tell the points of two interlocked spirals apart: 97 points each, three turns.</summary>
/// <remarks>
/// Lang and Witbrock, "Learning to Tell Two Spirals Apart" (1988), in Wieland's formula that the CMU collection has:
/// angle i pi / 16, radius 6.5 (104 - i) / 104 for i from 0 to 96; (r sin, r cos) belongs to the first spiral and its
/// mirror image, which follows it, to the second. The inputs are not cut to the five decimals of the printed data. A
/// point counts as right within 0.4 of its target of 0 or 1, as is usual since Fahlman and Lebiere (1990); to the
/// number of right points is added 1 - the mean distance. A return of 194 or more means that all points are right.
/// </remarks>
internal readonly struct TwoSpiralsSet : ISampleSet
{
    private const double LargestRadius = 6.5;
    private const double RadiusSteps = 104;
    private const double StepsInHalfTurn = 16;

    public static WorldInfo Info { get; } = new()
    {
        Id = "two-spirals",
        Group = WorldGroup.Neuroevolution,
        ObservationSize = 2,
        ObservationBounds = [ValueRange.Within((float)LargestRadius), ValueRange.Within((float)LargestRadius)],
        ActionKind = ActionKind.Continuous,
        ActionSize = 1,
        ActionBounds = [ValueRange.Within(1f)],
        HorizonSteps = Cases,
        IsSeeded = IsDrawn,
        SolvedScore = Cases,
        Source = "194 points of the CMU collection; points within 0.4 + 1 - mean |error|",
        Reference = "Lang and Witbrock, \"Learning to Tell Two Spirals Apart\" (1988)",
        Description = "Tell the points of two interlocked spirals apart.",
    };

    public static int Cases => 194;

    public static bool IsDrawn => false;

    /// <summary>0.4, on a scale from -1 to 1.</summary>
    public static double Tolerance => 0.8;

    public static float Present(int index, ref NumpyGenerator random, Span<float> inputs)
    {
        int point = index >> 1;
        (double sine, double cosine) = StrictMath.SinCos(point * Math.PI / StepsInHalfTurn);
        double radius = LargestRadius * (RadiusSteps - point) / RadiusSteps;
        bool isFirst = (index & 1) == 0;
        double x = radius * sine;
        double y = radius * cosine;
        inputs[0] = (float)(isFirst ? x : -x);
        inputs[1] = (float)(isFirst ? y : -y);
        return isFirst ? 1.0f : -1.0f;
    }

    public static double Score(double error, int right) => right + (1.0 - (0.5 * error / Cases));
}
