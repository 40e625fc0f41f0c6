using Gaia.Worlds.Functions.Bbob;
using Gaia.Worlds.Functions.Forms;
using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Classic;

/// <summary>The plain test functions, without shift or waves: along the axes, and turned.</summary>
/// <remarks>
/// As pycma defines and names them (cma/fitness_functions.py), so that its counts of evaluations can be compared: start
/// in [-4, 4]^n with step size 2, stop at 1e-8. A turned function is f(R x), R being the rotation that BBOB draws from
/// the instance's number; its optimum is the plain one turned back.
/// </remarks>
internal static class ClassicFunctions
{
    private const int MaximumDimension = 4096;
    private const int MaximumTurned = 200;
    private const int MaximumInstance = 1000;

    /// <summary>Plain ones, each followed by its turned form; the sphere's would be itself.</summary>
    public static FunctionEntry[] Entries { get; } =
    [
        Plain("sphere", "Sphere", 1, "sum of x_i^2", _ => new SphereForm()),
        .. Both("ellipsoid", "Ellipsoid", 2, "sum of 1e6^(i/(n-1)) x_i^2", n => new EllipsoidForm(1e6, n)),
        .. Both("rosenbrock", "Rosenbrock", 2, "a bent valley, least at ones", _ => new RosenbrockForm(), best: 1.0),
        .. Both("rastrigin", "Rastrigin", 1, "10 n + sum of x_i^2 - 10 cos(2 pi x_i)", _ => new RastriginForm()),
        .. Both("cigar", "Cigar", 2, "x_0^2 + 1e6 sum of the other x_i^2", _ => new CigarForm()),
        .. Both("discus", "Discus", 2, "1e6 x_0^2 + sum of the other x_i^2", _ => new DiscusForm()),
        .. Both(
            "different-powers",
            "Different powers",
            2,
            "sum of |x_i|^(2 + 4i/(n-1))",
            _ => new DifferentPowersForm(takesRoot: false)),
    ];

    private static FunctionEntry[] Both(
        string id, string title, int least, string formula, Func<int, ClosedForm> form, double best = 0.0) =>
    [
        Plain(id, title, least, formula, form, best),
        Turned(id, title, formula, form, best),
    ];

    private static FunctionEntry Plain(
        string id, string title, int least, string formula, Func<int, ClosedForm> form, double best = 0.0)
    {
        FunctionInfo info = Info(id, title, formula) with
        {
            MinimumDimension = least,
            MaximumDimension = MaximumDimension,
        };
        return new FunctionEntry(info, (own, dimension, instance) => new TransformedFunction(
            own, instance, form(dimension), [], [.. Enumerable.Repeat(best, dimension)]));
    }

    private static FunctionEntry Turned(
        string id, string title, string formula, Func<int, ClosedForm> form, double best)
    {
        FunctionInfo info = Info(id + "-rotated", title + ", rotated", formula + ", turned") with
        {
            MinimumDimension = 2,
            MaximumDimension = MaximumTurned,
            MaximumInstance = MaximumInstance,
        };
        return new FunctionEntry(info, (own, dimension, instance) =>
        {
            double[] rotation = OrthogonalMatrix.FromSeed(instance, dimension);
            double[] optimum = OrthogonalMatrix.TurnBack(rotation, dimension, best);
            return new TransformedFunction(
                own, instance, form(dimension), [new LinearStep(rotation)], [.. optimum]);
        });
    }

    private static FunctionInfo Info(string id, string title, string formula) => new()
    {
        Id = id,
        Title = title,
        DefaultDimension = 10,
        MinimumDimension = 2,
        MaximumDimension = MaximumDimension,
        LowerBound = -5,
        UpperBound = 5,
        StartLower = -4,
        StartUpper = 4,
        BestValue = 0.0,
        Source = "pycma 4.4, closed form",
        Reference = "https://github.com/CMA-ES/pycma, cma/fitness_functions.py",
        Description = char.ToUpperInvariant(formula[0]) + formula[1..] + ".",
    };
}
