using Gaia.Worlds.Functions;

namespace Gaia.Worlds.Tests.Golden;

/// <summary>Every recorded value of the BBOB functions, to 1e-9 relative.</summary>
public sealed class GoldenFunctionTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<int> Functions => [.. Enumerable.Range(1, 24)];

    [RecordedFunctionsTheory]
    [MemberData(nameof(Functions))]
    public void Evaluate_GoldenPoints_GivesTheRecordedValues(int function)
    {
        GoldenFunction[] recorded = [.. GoldenFunction.Read().Where(row => row.Function == function)];

        Assert.NotEmpty(recorded);
        foreach (GoldenFunction row in recorded)
        {
            FunctionInstance instance = FunctionCatalog.Create($"bbob-f{function}", row.Dimension, row.Instance);
            foreach (GoldenPoint point in row.Points)
                AssertClose(row, "f", point.Value, instance.Evaluate(point.X));
        }
    }

    [RecordedFunctionsTheory]
    [MemberData(nameof(Functions))]
    public void Optimum_GoldenInstances_IsTheRecordedOne(int function)
    {
        foreach (GoldenFunction row in GoldenFunction.Read().Where(row => row.Function == function))
        {
            FunctionInstance instance = FunctionCatalog.Create($"bbob-f{function}", row.Dimension, row.Instance);
            FunctionOptimum optimum = instance.Optimum!;
            AssertClose(row, "fopt", row.Best, optimum.Value);
            for (int i = 0; i < row.Dimension; i++)
                AssertClose(row, $"xopt[{i}]", row.Optimum[i], optimum.Point[i]);
            AssertClose(row, "f(xopt)", row.AtOptimum, instance.Evaluate(row.Optimum));
            if (row.AtOptimum == row.Best)
                Assert.Equal(row.AtOptimum, instance.Evaluate(optimum.Point.AsSpan()));
        }
    }

    private static void AssertClose(GoldenFunction row, string what, double expected, double actual) => Assert.True(
        Math.Abs(expected - actual) <= Tolerance * Math.Abs(expected),
        $"f{row.Function} n={row.Dimension} instance {row.Instance}: {what} is {actual:R}, recorded {expected:R}");
}
