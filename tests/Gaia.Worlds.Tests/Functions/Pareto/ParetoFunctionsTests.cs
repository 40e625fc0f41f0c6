using Gaia.Core.Random;
using Gaia.Worlds.Functions;

namespace Gaia.Worlds.Tests.Functions.Pareto;

public sealed class ParetoFunctionsTests
{
    public static TheoryData<string> All =>
        [.. FunctionCatalog.All.Where(info => info.Objectives > 1).Select(info => info.Id)];

    [Theory]
    [InlineData("zdt1", new[] { 0.25, 1.0, 0.0 }, new[] { 0.25, 5.5 * (1 - 0.21320071635561041) })]
    [InlineData("zdt2", new[] { 0.5, 0.0, 0.0 }, new[] { 0.5, 0.75 })]
    [InlineData("zdt3", new[] { 0.25, 0.0, 0.0 }, new[] { 0.25, 0.25 })]
    [InlineData("zdt4", new[] { 0.25, 0.5, 0.0 }, new[] { 0.25, 1.25 * (1 - 0.44721359549995793) })]
    [InlineData("dtlz2-m2", new[] { 0.0, 0.5, 1.0 }, new[] { 1.25, 0.0 })]
    [InlineData("dtlz2", new[] { 0.5, 0.5, 0.5 }, new[] { 0.5, 0.5, 0.70710678118654757 })]
    [InlineData("dtlz2", new[] { 1.0, 0.3, 0.5 }, new[] { 0.0, 0.0, 1.0 })]
    public void Evaluate_FixedPoint_EqualsTheClosedForm(string id, double[] x, double[] expected)
    {
        var objectives = new double[expected.Length];

        FunctionCatalog.Create(id, x.Length).Evaluate(x, objectives);

        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], objectives[i], 1e-12);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void PointAt_AnyPosition_LiesOnTheFront(string id)
    {
        FunctionInstance function = Default(id);
        var random = NumpyGenerator.FromSeed(3);
        var position = new double[function.Info.Objectives - 1];
        var x = new double[function.Dimension];
        var objectives = new double[function.Info.Objectives];
        for (int i = 0; i < 500; i++)
        {
            foreach (ref double coordinate in position.AsSpan())
                coordinate = random.Uniform(0, 1);
            function.Front!.PointAt(position, x);
            function.Evaluate(x, objectives);
            Assert.Equal(0.0, function.Front.Residual(objectives), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Evaluate_Anywhere_IsBehindTheFront(string id)
    {
        FunctionInstance function = Default(id);
        var random = NumpyGenerator.FromSeed(4);
        var x = new double[function.Dimension];
        var objectives = new double[function.Info.Objectives];
        for (int i = 0; i < 500; i++)
        {
            for (int k = 0; k < x.Length; k++)
                x[k] = random.Uniform(function.LowerBound(k), function.UpperBound(k));
            function.Evaluate(x, objectives);
            Assert.True(function.Front!.Residual(objectives) > 0.0, id);
        }
    }

    [Fact]
    public void PointAt_Zdt3_NoPointDominatesAnother()
    {
        FunctionInstance function = Default("zdt3");
        var x = new double[function.Dimension];
        double[][] front = [.. Enumerable.Range(0, 400).Select(i =>
        {
            var objectives = new double[2];
            function.Front!.PointAt([i / 399.0], x);
            function.Evaluate(x, objectives);
            return objectives;
        })];

        for (int i = 1; i < front.Length; i++)
        {
            Assert.True(front[i][0] > front[i - 1][0]);
            Assert.True(front[i][1] < front[i - 1][1] + 1e-9);
        }

        Assert.Equal(-0.7733690123, front[^1][1], 1e-6);
    }

    [Fact]
    public void Evaluate_OutsideTheBox_CountsAsTheEdge()
    {
        FunctionInstance function = FunctionCatalog.Create("zdt4", 3);
        var outside = new double[2];
        var edge = new double[2];

        function.Evaluate([-3.0, 9.0, -6.0], outside);
        function.Evaluate([0.0, 5.0, -5.0], edge);

        Assert.Equal(edge, outside);
        Assert.Null(function.Optimum);
    }

    [Fact]
    public void Front_WrongLengths_SayTheRightOnes()
    {
        ParetoFront front = Default("dtlz2").Front!;

        AssertFails("2 coordinates", () => front.PointAt([0.5], new double[12]));
        AssertFails("12 coordinates", () => front.PointAt([0, 0], new double[3]));
        AssertFails("3 objectives", () => front.Residual([1.0]));
    }

    private static void AssertFails(string message, Action action) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);

    private static FunctionInstance Default(string id)
    {
        Assert.True(FunctionCatalog.TryFind(id, out FunctionInfo? info));
        return FunctionCatalog.Create(id, info.DefaultDimension);
    }
}
