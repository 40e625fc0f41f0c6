using Gaia.Core.Random;
using Gaia.Worlds.Functions;

namespace Gaia.Worlds.Tests.Functions;

/// <summary>What holds for every function of the catalog.</summary>
public sealed class FunctionInstanceTests
{
    private const int Points = 200;

    public static TheoryData<string> All => [.. FunctionCatalog.All.Select(info => info.Id)];

    public static TheoryData<string> Single =>
        [.. FunctionCatalog.All.Where(info => info.Objectives == 1).Select(info => info.Id)];

    [Theory]
    [MemberData(nameof(Single))]
    public void Evaluate_AtTheOptimum_GivesTheBestValue(string id)
    {
        foreach (FunctionInstance function in Instances(id))
        {
            FunctionOptimum optimum = function.Optimum!;
            double value = function.Evaluate(optimum.Point.AsSpan());

            Assert.Equal(function.Dimension, optimum.Point.Length);
            Assert.True(Math.Abs(value - optimum.Value) <= 1e-12, $"{id}: {value:R}, best is {optimum.Value:R}");
            Assert.True(function.Info.BestValue is null || function.Info.BestValue == optimum.Value, id);
        }
    }

    [Theory]
    [MemberData(nameof(Single))]
    public void Evaluate_AnywhereInTheBox_IsNoBetterThanTheBest(string id)
    {
        foreach (FunctionInstance function in Instances(id))
        {
            var random = NumpyGenerator.FromSeed(7);
            var x = new double[function.Dimension];
            for (int point = 0; point < Points; point++)
            {
                Draw(ref random, function, x);
                Assert.True(function.Evaluate(x) >= function.Optimum!.Value, id);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Evaluate_AnotherInstanceInAnotherOrder_GivesTheSameBits(string id)
    {
        FunctionInstance first = Instances(id)[0];
        FunctionInstance second = Instances(id)[0];
        int objectives = first.Info.Objectives;
        var random = NumpyGenerator.FromSeed(8);
        double[][] points = [.. Enumerable.Range(0, 20).Select(_ => new double[first.Dimension])];
        double[][] values = [.. points.Select(_ => new double[objectives])];
        for (int i = 0; i < points.Length; i++)
        {
            Draw(ref random, first, points[i]);
            first.Evaluate(points[i], values[i]);
        }

        for (int i = points.Length - 1; i >= 0; i--)
        {
            var again = new double[objectives];
            second.Evaluate(points[i], again);
            Assert.Equal(values[i], again);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Evaluate_ManyTimes_AllocatesNothing(string id)
    {
        FunctionInstance function = Instances(id)[0];
        var x = new double[function.Dimension];
        var objectives = new double[function.Info.Objectives];
        function.Evaluate(x, objectives);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            function.Evaluate(x, objectives);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Evaluate_NotANumber_GivesNotANumber(string id)
    {
        FunctionInstance function = Instances(id)[0];
        var x = new double[function.Dimension];
        var objectives = new double[function.Info.Objectives];
        x[^1] = double.NaN;

        function.Evaluate(x, objectives);

        Assert.All(objectives, value => Assert.Equal(double.NaN, value));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Evaluate_WrongLength_SaysTheRightOne(string id)
    {
        FunctionInstance function = Instances(id)[0];

        var point = Assert.Throws<ArgumentException>(
            () => function.Evaluate(new double[function.Dimension + 1], new double[function.Info.Objectives]));
        var values = Assert.Throws<ArgumentException>(
            () => function.Evaluate(new double[function.Dimension], new double[function.Info.Objectives + 1]));

        Assert.Contains($"{id} was made for {function.Dimension} variables", point.Message, StringComparison.Ordinal);
        Assert.Contains($"{id} has {function.Info.Objectives} objectives", values.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Single))]
    public void Evaluate_HugeCoordinates_NeverLooksGood(string id)
    {
        FunctionInstance function = Instances(id)[0];
        double best = function.Optimum!.Value;
        foreach (double huge in new[] { 1e10, 1e38, 1e160, -1e38, double.PositiveInfinity, double.NegativeInfinity })
        {
            var x = new double[function.Dimension];
            Array.Fill(x, huge);
            double value = function.Evaluate(x);
            Assert.True(value >= best || double.IsNaN(value), $"{id} at {huge}: {value}");
        }
    }

    [Fact]
    public void Evaluate_SeveralObjectivesAsOne_Throws() => Assert.Throws<InvalidOperationException>(
        () => FunctionCatalog.Create("zdt1", 30).Evaluate(new double[30]));

    private static FunctionInstance[] Instances(string id)
    {
        Assert.True(FunctionCatalog.TryFind(id, out FunctionInfo? info));
        int[] dimensions = info.MaximumInstance == 1
            ? [info.DefaultDimension]
            : [info.DefaultDimension, info.MinimumDimension, 7];
        int[] instances = info.MaximumInstance == 1 ? [1] : [1, 15, info.MaximumInstance];
        return
        [
            .. from dimension in dimensions
               from instance in instances
               select FunctionCatalog.Create(id, dimension, instance),
        ];
    }

    private static void Draw(ref NumpyGenerator random, FunctionInstance function, double[] x)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] = random.Uniform(function.LowerBound(i), function.UpperBound(i));
    }
}
