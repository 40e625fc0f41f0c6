namespace Gaia.Worlds.Functions.Bbob;

/// <summary>The 24 noiseless BBOB functions, f1 to f24.</summary>
/// <remarks>
/// Hansen, Finck, Ros and Auger, "Real-Parameter Black-Box Optimization Benchmarking 2009: Noiseless Functions
/// Definitions", INRIA RR-6829; constants, seeds and the order of draws as in COCO (numbbo/coco-experiment, src/).
/// Dimensions end at 40, as its draws do.
/// </remarks>
internal static class BbobSuite
{
    private const int MaximumDimension = 40;
    private const int MaximumInstance = 1000;

    /// <summary>All 24, in their order.</summary>
    public static FunctionEntry[] Entries { get; } =
    [
        Entry(1, "Sphere", "separable", BbobSeparable.Sphere),
        Entry(2, "Ellipsoid, separable", "separable, condition 1e6, waved", BbobSeparable.Ellipsoid),
        Entry(3, "Rastrigin, separable", "separable, about 10^n valleys", BbobSeparable.Rastrigin),
        Entry(4, "Büche-Rastrigin", "separable, skewed valleys that mislead", BbobSeparable.BuecheRastrigin),
        Entry(5, "Linear slope", "the optimum is a corner of the box", BbobSeparable.LinearSlope),
        Entry(6, "Attractive sector", "one steep sector, highly asymmetric", BbobUnimodal.AttractiveSector),
        Entry(7, "Step ellipsoid", "plateaus of many sizes, condition about 100", BbobUnimodal.StepEllipsoid),
        Entry(8, "Rosenbrock", "a long bent valley", BbobUnimodal.Rosenbrock),
        Entry(9, "Rosenbrock, rotated", "a long bent valley, turned", BbobUnimodal.RosenbrockRotated),
        Entry(10, "Ellipsoid", "turned, condition 1e6, waved", BbobUnimodal.Ellipsoid),
        Entry(11, "Discus", "one direction 1000 times as sensitive as all others", BbobUnimodal.Discus),
        Entry(12, "Bent cigar", "a narrow bent ridge, not smooth", BbobUnimodal.BentCigar),
        Entry(13, "Sharp ridge", "a ridge with a kink along its whole length", BbobUnimodal.SharpRidge),
        Entry(14, "Different powers", "sensitivities differ more near the optimum", BbobUnimodal.DifferentPowers),
        Entry(15, "Rastrigin", "turned, about 10^n valleys, less regular", BbobMultimodal.Rastrigin),
        Entry(16, "Weierstrass", "rugged, the optimum is not unique", BbobMultimodal.Weierstrass),
        Entry(17, "Schaffers F7", "valleys of varied depth and frequency", BbobMultimodal.Schaffers),
        Entry(18, "Schaffers F7, ill-conditioned", "f17 with condition 1000", BbobMultimodal.SchaffersSteep),
        Entry(19, "Griewank-Rosenbrock", "Rosenbrock's valley under waves", BbobMultimodal.GriewankRosenbrock),
        Entry(20, "Schwefel", "the best valleys lie near corners", BbobWeak.Schwefel),
        Entry(21, "Gallagher, 101 peaks", "101 peaks without order", BbobWeak.Gallagher101),
        Entry(22, "Gallagher, 21 peaks", "21 peaks without order, condition 1000", BbobWeak.Gallagher21),
        Entry(23, "Katsuura", "more than 10^n valleys, rugged everywhere", BbobWeak.Katsuura),
        Entry(24, "Lunacek bi-Rastrigin", "a wide funnel that leads astray", BbobWeak.Lunacek),
    ];

    private static FunctionEntry Entry(
        int number,
        string title,
        string property,
        Func<FunctionInfo, BbobSeeds, int, TransformedFunction> create)
    {
        var info = new FunctionInfo
        {
            Id = $"bbob-f{number}",
            Title = title,
            DefaultDimension = 10,
            MinimumDimension = 2,
            MaximumDimension = MaximumDimension,
            MaximumInstance = MaximumInstance,
            LowerBound = -5,
            UpperBound = 5,
            StartLower = -4,
            StartUpper = 4,
            Source = "COCO bbob (Hansen et al. 2009, INRIA RR-6829), to 1e-9",
            Reference = "https://inria.hal.science/inria-00362633",
            Description = $"BBOB f{number}: {property}.",
        };
        return new FunctionEntry(info, (own, dimension, instance) =>
            create(own, new BbobSeeds(number, dimension, instance), instance));
    }
}
