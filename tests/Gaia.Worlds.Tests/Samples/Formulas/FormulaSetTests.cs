using Gaia.Core.Random;
using Gaia.Worlds.Samples;

namespace Gaia.Worlds.Tests.Samples.Formulas;

/// <summary>Each formula against its published closed form, at the published points.</summary>
public sealed class FormulaSetTests
{
    private static readonly Dictionary<string, Published> All = new(StringComparer.Ordinal)
    {
        ["koza-1"] = Drawn(20, -1, 1, 4, p => Math.Pow(p[0], 4) + Math.Pow(p[0], 3) + Math.Pow(p[0], 2) + p[0]),
        ["koza-2"] = Drawn(20, -1, 1, 0.5, p => Math.Pow(p[0], 5) - (2 * Math.Pow(p[0], 3)) + p[0]),
        ["koza-3"] = Drawn(20, -1, 1, 0.25, p => Math.Pow(p[0], 6) - (2 * Math.Pow(p[0], 4)) + Math.Pow(p[0], 2)),
        ["nguyen-1"] = Drawn(20, -1, 1, 4, p => Powers(p[0], 3)),
        ["nguyen-2"] = Drawn(20, -1, 1, 4, p => Powers(p[0], 4)),
        ["nguyen-3"] = Drawn(20, -1, 1, 8, p => Powers(p[0], 5)),
        ["nguyen-4"] = Drawn(20, -1, 1, 8, p => Powers(p[0], 6)),
        ["nguyen-5"] = Drawn(20, -1, 1, 1, p => (Math.Sin(p[0] * p[0]) * Math.Cos(p[0])) - 1),
        ["nguyen-6"] = Drawn(20, -1, 1, 2, p => Math.Sin(p[0]) + Math.Sin(p[0] + (p[0] * p[0]))),
        ["nguyen-7"] = Drawn(20, 0, 2, 4, p => Math.Log((p[0] + 1) * ((p[0] * p[0]) + 1))),
        ["nguyen-8"] = Drawn(20, 0, 4, 2, p => Math.Sqrt(p[0])),
        ["nguyen-9"] = Drawn(100, -1, 1, 2, p => Math.Sin(p[0]) + Math.Sin(p[1] * p[1]), 2),
        ["nguyen-10"] = Drawn(100, -1, 1, 2, p => 2 * Math.Sin(p[0]) * Math.Cos(p[1]), 2),
        ["nguyen-11"] = Drawn(20, 0, 1, 1, p => Math.Pow(p[0], p[1]), 2),
        ["nguyen-12"] = Drawn(20, 0, 1, 1, Saddle, 2),
        ["keijzer-1"] = Grid(-1, 0.1, 21, 0.5, p => 0.3 * p[0] * Math.Sin(2 * Math.PI * p[0])),
        ["keijzer-6"] = Grid(1, 1, 50, 8, p => Enumerable.Range(1, (int)p[0]).Sum(i => 1.0 / i)),
        ["keijzer-7"] = Grid(1, 1, 100, 8, p => Math.Log(p[0])),
        ["keijzer-8"] = Grid(0, 1, 101, 16, p => Math.Sqrt(p[0])),
        ["keijzer-9"] = Grid(0, 1, 101, 8, p => Math.Asinh(p[0])),
        ["keijzer-10"] = Drawn(100, 0, 1, 1, p => Math.Pow(p[0], p[1]), 2),
        ["keijzer-11"] = Drawn(20, -3, 3, 16, p => (p[0] * p[1]) + Math.Sin((p[0] - 1) * (p[1] - 1)), 2),
        ["keijzer-12"] = Drawn(20, -3, 3, 128, Saddle, 2),
        ["keijzer-13"] = Drawn(20, -3, 3, 8, p => 6 * Math.Sin(p[0]) * Math.Cos(p[1]), 2),
        ["keijzer-14"] = Drawn(20, -3, 3, 4, p => 8 / (2 + (p[0] * p[0]) + (p[1] * p[1])), 2),
        ["keijzer-15"] = Drawn(
            20, -3, 3, 16, p => (Math.Pow(p[0], 3) / 5) + (Math.Pow(p[1], 3) / 2) - p[1] - p[0], 2),
        ["vladislavleva-1"] = Drawn(
            100, 0.3, 4, 1, p => Math.Exp(-Math.Pow(p[0] - 1, 2)) / (1.2 + Math.Pow(p[1] - 2.5, 2)), 2),
        ["vladislavleva-2"] = Grid(0.05, 0.1, 100, 1, Salustowicz),
        ["vladislavleva-4"] = Drawn(1024, 0.05, 6.05, 2, p => 10 / (5 + p.Sum(x => Math.Pow(x - 3, 2))), 5),
        ["vladislavleva-6"] = Drawn(30, 0.1, 5.9, 8, p => 6 * Math.Sin(p[0]) * Math.Cos(p[1]), 2),
        ["vladislavleva-7"] = Drawn(
            300, 0.05, 6.05, 16, p => ((p[0] - 3) * (p[1] - 3)) + (2 * Math.Sin((p[0] - 4) * (p[1] - 4))), 2),
        ["vladislavleva-8"] = Drawn(50, 0.05, 6.05, 16, RatioOfPolynomials, 2),
        ["korns-12"] = Drawn(10_000, -50, 50, 8, p => 2 - (2.1 * Math.Cos(9.8 * p[0]) * Math.Sin(1.3 * p[4])), 5),
        ["pagie-1"] = new(
            _ => [.. from x in Axis(-5, 0.4, 26) from y in Axis(-5, 0.4, 26) select new[] { x, y }],
            2, p => (1 / (1 + Math.Pow(p[0], -4))) + (1 / (1 + Math.Pow(p[1], -4)))),
        ["powers-of-two"] = Grid(0, 0.125, 9, 256, p => Math.Pow(2, 8 * p[0])),
    };

    public static TheoryData<string> Names() => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Present_PublishedPoints_EqualTheClosedForm(string world)
    {
        Published published = All[world];
        foreach (uint seed in new uint[] { 0, 77 })
        {
            SampleRun run = SampleRun.Of(world, seed, (_, _) => 0f);
            double[][] points = published.Points(seed);
            Assert.Equal(points.Length, run.Inputs.Count);
            for (int i = 0; i < points.Length; i++)
            {
                Assert.Equal(Array.ConvertAll(points[i], x => (float)x), run.Inputs[i]);
                Assert.Equal(published.Value(points[i]) / published.Scale, run.Targets[i], 1e-7);
            }
        }
    }

    [Fact]
    public void Catalog_EveryFormula_IsComparedHere() => Assert.Equal(
        SampleCatalog.Entries
            .Select(entry => entry.Info.Id)
            .Where(id => id is not ("xor" or "two-spirals") && !id.StartsWith("parity-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
        All.Keys.Order(StringComparer.Ordinal));

    /// <summary>The return is minus the sum of the absolute errors in the formula's own units.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Score_AnswersOfZero_IsTheSumOfTheValues(string world)
    {
        Published published = All[world];
        double sum = published.Points(5).Sum(point => Math.Abs(published.Value(point)));

        Assert.Equal(-sum, SampleRun.Of(world, 5, (_, _) => 0f).Return, 1e-6 * sum);
    }

    /// <summary>The number that the NumPy program in docs/explanation/worlds.md prints.</summary>
    [Fact]
    public void Score_ConstantAnswer_IsTheDocumentedPrograms() =>
        Assert.Equal(-14.685532276518643, SampleRun.Of("nguyen-7", 7, (_, _) => 0.5f).Return, 1e-12);

    [Fact]
    public void Score_PowersOfTwoWithOneRoundedWrongly_IsNotSolved()
    {
        double oneWrong = SampleRun.Of("powers-of-two", 0, (i, target) => target - (i == 4 ? 0.5f / 256 : 0f)).Return;

        Assert.Equal(-0.5, oneWrong);
        Assert.True(WorldCatalog.TryFind("powers-of-two", out WorldInfo? info));
        Assert.InRange(info.SolvedScore, -0.5 + 1e-9, -0.4);
    }

    private static Published Drawn(
        int count, double low, double high, double scale, Func<double[], double> value, int variables = 1) =>
        new(seed => Draw(seed, count, variables, low, high), scale, value);

    private static Published Grid(double low, double spacing, int count, double scale, Func<double[], double> value) =>
        new(_ => [.. Axis(low, spacing, count).Select(x => new[] { x })], scale, value);

    private static double[][] Draw(uint seed, int count, int variables, double low, double high)
    {
        var random = NumpyGenerator.FromSeed(seed);
        var points = new double[count][];
        for (int i = 0; i < count; i++)
        {
            points[i] = new double[variables];
            for (int j = 0; j < variables; j++)
                points[i][j] = random.Uniform(low, high);
        }

        return points;
    }

    private static IEnumerable<double> Axis(double low, double spacing, int count) =>
        Enumerable.Range(0, count).Select(i => low + (i * spacing));

    private static double Powers(double x, int degree) => Enumerable.Range(1, degree).Sum(k => Math.Pow(x, k));

    private static double Saddle(double[] p) =>
        Math.Pow(p[0], 4) - Math.Pow(p[0], 3) + (Math.Pow(p[1], 2) / 2) - p[1];

    private static double Salustowicz(double[] p) => Math.Exp(-p[0]) * Math.Pow(p[0], 3) *
        (Math.Cos(p[0]) * Math.Sin(p[0])) * ((Math.Cos(p[0]) * Math.Pow(Math.Sin(p[0]), 2)) - 1);

    private static double RatioOfPolynomials(double[] p) =>
        (Math.Pow(p[0] - 3, 4) + Math.Pow(p[1] - 3, 3) - (p[1] - 3)) / (Math.Pow(p[1] - 2, 4) + 10);

    private sealed record Published(Func<uint, double[][]> Points, double Scale, Func<double[], double> Value);
}
