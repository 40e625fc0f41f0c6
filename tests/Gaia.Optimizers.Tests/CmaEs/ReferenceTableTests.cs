using Gaia.Optimizers.Tests.Functions;

namespace Gaia.Optimizers.Tests.CmaEs;

/// <summary>
/// Evaluations to reach 1e-8, against pycma 4.4 (medians of 15 seeds). The band is 10%: switching the active update
/// off, or a wrong damping, rate or weight, leaves it by far (active off costs 37% on the ellipsoid).
/// </summary>
public sealed class ReferenceTableTests
{
    private const int Seeds = 15;
    private const double Band = 0.10;

    public static TheoryData<string, bool, bool, int, double> Table => new()
    {
        { "sphere", false, true, 10, 1_456 },
        { "sphere", false, true, 20, 2_729 },
        { "ellipsoid", false, true, 10, 4_067 },
        { "ellipsoid", false, true, 20, 12_885 },
        { "ellipsoid", true, true, 10, 4_073 },
        { "ellipsoid", true, true, 20, 12_926 },
        { "rosenbrock", false, true, 10, 5_322 },
        { "rosenbrock", false, true, 20, 17_106 },
        { "rosenbrock", true, true, 10, 5_227 },
        { "rosenbrock", true, true, 20, 17_234 },
        { "cigar", true, true, 10, 3_948 },
        { "cigar", true, true, 20, 8_044 },
        { "discus", true, true, 10, 3_078 },
        { "discus", true, true, 20, 7_498 },
        { "different powers", false, true, 10, 1_663 },
        { "different powers", false, true, 20, 4_458 },
        { "sphere", false, false, 10, 1_435 },
        { "sphere", false, false, 20, 2_657 },
        { "ellipsoid", true, false, 10, 5_567 },
        { "ellipsoid", true, false, 20, 17_903 },
        { "rosenbrock", false, false, 10, 6_186 },
        { "rosenbrock", false, false, 20, 20_754 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Run_ToTheTarget_TakesAsManyEvaluationsAsTheReference(
        string name, bool rotated, bool active, int dimension, double expected)
    {
        var function = Find(name);
        var median = ReferenceRun.MedianEvaluations(
            seed => rotated ? new Rotation(dimension, seed + 100).Of(function) : function, dimension, Seeds, active);

        Assert.InRange(median, expected * (1 - Band), expected * (1 + Band));
    }

    private static Objective Find(string name) => name switch
    {
        "sphere" => TestFunction.Sphere,
        "ellipsoid" => TestFunction.Ellipsoid,
        "rosenbrock" => TestFunction.Rosenbrock,
        "cigar" => TestFunction.Cigar,
        "discus" => TestFunction.Discus,
        "different powers" => TestFunction.DifferentPowers,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such function."),
    };
}
