using Gaia.Worlds.Functions;
using Gaia.Worlds.Functions.Bbob;

namespace Gaia.Worlds.Tests.Functions.Classic;

public sealed class ClassicFunctionsTests
{
    [Theory]
    [InlineData("sphere", 1.0, 3.0)]
    [InlineData("sphere", -2.0, 12.0)]
    [InlineData("ellipsoid", 1.0, 1_001_001.0)]
    [InlineData("rosenbrock", 0.0, 2.0)]
    [InlineData("rosenbrock", 1.0, 0.0)]
    [InlineData("rosenbrock", -1.0, 808.0)]
    [InlineData("rastrigin", 2.0, 12.0)]
    [InlineData("rastrigin", 0.5, 60.75)]
    [InlineData("cigar", 1.0, 2_000_001.0)]
    [InlineData("discus", 1.0, 1_000_002.0)]
    [InlineData("different-powers", 2.0, 84.0)]
    [InlineData("different-powers", -1.0, 3.0)]
    public void Evaluate_FixedPointInThreeDimensions_EqualsTheClosedForm(string id, double coordinate, double expected)
    {
        double value = FunctionCatalog.Create(id, 3).Evaluate([coordinate, coordinate, coordinate]);

        Assert.Equal(expected, value, 1e-12);
    }

    [Fact]
    public void Evaluate_RosenbrockOffTheDiagonal_EqualsTheClosedForm() =>
        Assert.Equal((100 * 49) + 1 + (100 * 196) + 16, FunctionCatalog.Create("rosenbrock", 3).Evaluate([2, -3, -5]));

    [Theory]
    [InlineData("ellipsoid")]
    [InlineData("rosenbrock")]
    [InlineData("rastrigin")]
    [InlineData("cigar")]
    [InlineData("discus")]
    [InlineData("different-powers")]
    public void Evaluate_Rotated_IsThePlainFunctionOfTheTurnedPoint(string id)
    {
        const int Dimension = 4;
        const int Instance = 3;
        double[] x = [1.5, -0.25, 3.0, -2.0];
        double[] rotation = OrthogonalMatrix.FromSeed(Instance, Dimension);
        var turned = new double[Dimension];
        for (int row = 0; row < Dimension; row++)
        {
            for (int column = 0; column < Dimension; column++)
                turned[row] += x[column] * rotation[(row * Dimension) + column];
        }

        double plain = FunctionCatalog.Create(id, Dimension).Evaluate(turned);
        double rotated = FunctionCatalog.Create(id + "-rotated", Dimension, Instance).Evaluate(x);

        Assert.Equal(plain, rotated);
        Assert.NotEqual(plain, FunctionCatalog.Create(id, Dimension).Evaluate(x));
    }
}
