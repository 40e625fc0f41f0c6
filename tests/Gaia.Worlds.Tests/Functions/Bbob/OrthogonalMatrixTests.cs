using Gaia.Worlds.Functions.Bbob;

namespace Gaia.Worlds.Tests.Functions.Bbob;

public sealed class OrthogonalMatrixTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(1_010_003, 5)]
    [InlineData(10_000_024, 40)]
    [InlineData(7, 120)]
    public void FromSeed_AnySize_IsOrthonormal(long seed, int dimension)
    {
        double[] matrix = OrthogonalMatrix.FromSeed(seed, dimension);

        for (int a = 0; a < dimension; a++)
        {
            for (int b = 0; b < dimension; b++)
            {
                double columns = 0;
                double rows = 0;
                for (int k = 0; k < dimension; k++)
                {
                    columns += matrix[(k * dimension) + a] * matrix[(k * dimension) + b];
                    rows += matrix[(a * dimension) + k] * matrix[(b * dimension) + k];
                }

                Assert.Equal(a == b ? 1.0 : 0.0, columns, 1e-12);
                Assert.Equal(a == b ? 1.0 : 0.0, rows, 1e-12);
            }
        }
    }

    [Fact]
    public void FromSeed_OtherSeed_IsAnotherMatrix() =>
        Assert.NotEqual(OrthogonalMatrix.FromSeed(1, 3), OrthogonalMatrix.FromSeed(2, 3));

    [Fact]
    public void Join_WithItsTransposeAndUnitScales_IsTheIdentity()
    {
        double[] matrix = OrthogonalMatrix.FromSeed(3, 2);
        double[] transposed = [matrix[0], matrix[2], matrix[1], matrix[3]];

        double[] joined = OrthogonalMatrix.Join(matrix, [1.0, 1.0], transposed);

        Assert.Equal(1.0, joined[0], 1e-15);
        Assert.Equal(0.0, joined[1], 1e-15);
        Assert.Equal(0.0, joined[2], 1e-15);
        Assert.Equal(1.0, joined[3], 1e-15);
    }

    [Fact]
    public void ScaleRows_TwoRows_ScalesEach() =>
        Assert.Equal([2.0, 4.0, 9.0, 12.0], OrthogonalMatrix.ScaleRows([2.0, 3.0], [1.0, 2.0, 3.0, 4.0]));

    [Fact]
    public void TurnBack_Ones_SumsColumns() =>
        Assert.Equal([2.0, 3.0], OrthogonalMatrix.TurnBack([1.0, 2.0, 3.0, 4.0], 2, 0.5));
}
