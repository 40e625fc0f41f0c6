namespace Gaia.Worlds.Functions.Pareto;

/// <summary>Functions with several objectives, all to be minimised.</summary>
internal static class ParetoFunctions
{
    private const int MaximumDimension = 1000;

    public static FunctionEntry[] Entries { get; } =
    [
        Zdt(ZdtKind.Convex, 30, "a convex front"),
        Zdt(ZdtKind.Concave, 30, "a concave front"),
        Zdt(ZdtKind.Pieces, 30, "a front of five pieces"),
        Zdt(ZdtKind.ManyFronts, 10, "many local fronts; variables but the first reach from -5 to 5"),
        Dtlz2("dtlz2", 3),
        Dtlz2("dtlz2-m2", 2),
        Dtlz2("dtlz2-m5", 5),
    ];

    private static FunctionEntry Zdt(ZdtKind kind, int dimension, string property)
    {
        double reach = kind == ZdtKind.ManyFronts ? 5.0 : 0.0;
        double upper = kind == ZdtKind.ManyFronts ? 5.0 : 1.0;
        var info = new FunctionInfo
        {
            Id = $"zdt{(int)kind}",
            Title = $"ZDT{(int)kind}",
            Objectives = 2,
            DefaultDimension = dimension,
            MinimumDimension = 2,
            MaximumDimension = MaximumDimension,
            LowerBound = -reach,
            UpperBound = upper,
            StartLower = -reach,
            StartUpper = upper,
            Source = "Zitzler, Deb and Thiele 2000, closed form",
            Reference = "Zitzler, Deb and Thiele, Comparison of Multiobjective Evolutionary Algorithms (2000)",
            Description = $"Two objectives, {property}.",
        };
        return new FunctionEntry(info, (own, count, _) => new ZdtFunction(own, kind, count));
    }

    private static FunctionEntry Dtlz2(string id, int objectives)
    {
        var info = new FunctionInfo
        {
            Id = id,
            Title = $"DTLZ2, {objectives} objectives",
            Objectives = objectives,
            DefaultDimension = objectives + 9,
            MinimumDimension = objectives,
            MaximumDimension = MaximumDimension,
            LowerBound = 0,
            UpperBound = 1,
            StartLower = 0,
            StartUpper = 1,
            Source = "Deb et al. 2002, closed form",
            Reference = "Deb, Thiele, Laumanns and Zitzler, Scalable Multi-Objective Test Problems (2002)",
            Description = $"{objectives} objectives on a sphere.",
        };
        return new FunctionEntry(info, (own, count, _) => new Dtlz2Function(own, count));
    }
}
