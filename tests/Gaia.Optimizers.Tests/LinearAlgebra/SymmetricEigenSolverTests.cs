using FsCheck;
using FsCheck.Fluent;
using Gaia.Optimizers.LinearAlgebra;
using Gaia.Optimizers.Sampling;
using MathNet.Numerics.LinearAlgebra;

namespace Gaia.Optimizers.Tests.LinearAlgebra;

public sealed class SymmetricEigenSolverTests
{
    [Fact]
    public void TryDecompose_RandomMatrices_GivesOrthonormalVectorsThatRebuildThem()
    {
        var cases = (from order in Gen.Choose(1, 45)
                     from seed in Gen.Choose(0, 1_000_000)
                     from scale in Gen.Choose(-150, 150)
                     select (order, seed, scale)).ToArbitrary();
        Prop.ForAll(cases, sample =>
        {
            var deviates = new double[sample.order * sample.order];
            Perturbation.Fill((ulong)sample.seed, 0, 0, deviates);
            var magnitude = Math.Pow(10, sample.scale);
            Check(sample.order, (i, j) => magnitude * deviates[(i * sample.order) + j]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TryDecompose_212Dimensions_AgreesWithAnotherImplementation()
    {
        const int Order = 212;
        var deviates = new double[Order * Order];
        Perturbation.Fill(5, 0, 0, deviates);
        var values = Check(Order, (i, j) => deviates[(i * Order) + j]);

        var oracle = Matrix<double>.Build.Dense(Order, Order, (i, j) =>
            deviates[(Math.Max(i, j) * Order) + Math.Min(i, j)]);
        var expected = oracle.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).Order().ToArray();
        Array.Sort(values);
        for (var i = 0; i < Order; i++)
            Assert.Equal(expected[i], values[i], 1e-11);
    }

    [Fact]
    public void TryDecompose_DiagonalAndEqualEigenvalues_IsExact()
    {
        Assert.Equal([3.0, -1.0, 3.0, 0.5], Check(4, (i, j) => i == j ? new[] { 3, -1, 3, 0.5 }[i] : 0));
        Assert.All(Check(17, (i, j) => i == j ? 1 : 0), value => Assert.Equal(1, value));
        Assert.All(Check(9, (_, _) => 0), value => Assert.Equal(0, value));
    }

    [Fact]
    public void TryDecompose_RankOne_HasOneValue()
    {
        var values = Check(30, (_, _) => 1);
        Array.Sort(values);
        Assert.Equal(30, values[^1], 1e-12);
        Assert.All(values[..^1], value => Assert.Equal(0, value, 1e-12));
    }

    /// <summary>The Hilbert matrix of ten rows: condition 1.6e13, least eigenvalue 1.093e-13.</summary>
    [Fact]
    public void TryDecompose_IllConditioned_FindsTheLeastValueToTheRoundingOfTheGreatest()
    {
        var values = Check(10, (i, j) => 1.0 / (i + j + 1));
        Array.Sort(values);
        Assert.Equal(1.7519196702651775, values[^1], 1e-14);
        Assert.Equal(1.093153819379666e-13, values[0], 1e-15);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void TryDecompose_NotFinite_IsFalse(double value)
    {
        var solver = new SymmetricEigenSolver(3, 8);
        var matrix = new double[24];
        matrix[8] = value;
        Assert.False(solver.TryDecompose(matrix, new double[24], new double[3]));
    }

    /// <summary>Decomposes the lower triangle, holds vectors and values to the matrix, and returns the
    /// values.</summary>
    private static double[] Check(int order, Func<int, int, double> lower)
    {
        var stride = Kernels.StrideOf(order);
        var matrix = new double[order * stride];
        double greatest = 0;
        for (var i = 0; i < order; i++)
        {
            // The upper triangle is poison: it must not be read.
            matrix.AsSpan(i * stride, stride).Fill(double.NaN);
            for (var j = 0; j <= i; j++)
            {
                matrix[(i * stride) + j] = lower(i, j);
                greatest = Math.Max(greatest, Math.Abs(lower(i, j)));
            }
        }

        var vectors = new double[order * stride];
        var values = new double[order];
        Assert.True(new SymmetricEigenSolver(order, stride).TryDecompose(matrix, vectors, values));
        var tolerance = 1e-14 * order * Math.Max(order, 8);
        for (var i = 0; i < order; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double rebuilt = 0;
                double overlap = 0;
                for (var k = 0; k < order; k++)
                {
                    rebuilt += values[k] * vectors[(k * stride) + i] * vectors[(k * stride) + j];
                    overlap += vectors[(i * stride) + k] * vectors[(j * stride) + k];
                }

                Assert.Equal(matrix[(i * stride) + j], rebuilt, tolerance * Math.Max(greatest, double.Epsilon));
                Assert.Equal(i == j ? 1 : 0, overlap, tolerance);
            }

            for (var j = order; j < stride; j++)
                Assert.Equal(0, vectors[(i * stride) + j]);
        }

        return values;
    }
}
