using Gaia.Optimizers.Sampling;
using MathNet.Numerics.Distributions;

namespace Gaia.Optimizers.Tests.Sampling;

public sealed class NormalQuantileTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-20, -9.262340089798408)]
    public void At_PublishedProbabilities_IsThePublishedDeviate(double probability, double expected) =>
        Assert.Equal(expected, NormalQuantile.At(probability), 1e-14);

    [Fact]
    public void At_OverAllBranches_AgreesWithAnotherImplementation()
    {
        for (var i = 1; i < 4000; i++)
        {
            var probability = i / 4000.0;
            Assert.Equal(Normal.InvCDF(0, 1, probability), NormalQuantile.At(probability), 1e-12);
            var tiny = Math.Pow(2, -i / 80.0);
            Assert.Equal(Normal.InvCDF(0, 1, tiny), NormalQuantile.At(tiny), 1e-11);
        }
    }

    [Fact]
    public void At_MirroredProbabilities_IsMirrored()
    {
        for (var i = 1; i < 1024; i++)
            Assert.Equal(-NormalQuantile.At(i / 1024.0), NormalQuantile.At(1 - (i / 1024.0)));
    }
}
