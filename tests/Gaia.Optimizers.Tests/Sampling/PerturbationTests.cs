using Gaia.Optimizers.Sampling;

namespace Gaia.Optimizers.Tests.Sampling;

public sealed class PerturbationTests
{
    [Fact]
    public void Fill_ManyMembers_HasTheMomentsOfTheNormalDistribution()
    {
        const int Members = 400;
        const int Dimension = 251;
        var deviates = new double[Dimension];
        var moments = new double[5];
        for (var member = 0; member < Members; member++)
        {
            Perturbation.Fill(7, member / 20, member % 20, deviates);
            foreach (var z in deviates)
            {
                for (var power = 1; power <= 4; power++)
                    moments[power] += Math.Pow(z, power);
            }
        }

        // Bounds are five standard errors of each mean.
        const double Count = Members * Dimension;
        Assert.Equal(0, moments[1] / Count, 5 * Math.Sqrt(1 / Count));
        Assert.Equal(1, moments[2] / Count, 5 * Math.Sqrt(2 / Count));
        Assert.Equal(0, moments[3] / Count, 5 * Math.Sqrt(15 / Count));
        Assert.Equal(3, moments[4] / Count, 5 * Math.Sqrt(96 / Count));
    }

    [Fact]
    public void Fill_NeighbouringCounters_IsUncorrelated()
    {
        var names = new (ulong Key, long Generation, int Member)[] { (0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1) };
        var vectors = names.Select(name => Draw(name.Key, name.Generation, name.Member, 10_000)).ToArray();
        for (var i = 0; i < vectors.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var correlation = vectors[i].Zip(vectors[j], (left, right) => left * right).Sum() / 10_000;
                Assert.Equal(0, correlation, 0.05);
            }
        }
    }

    [Fact]
    public void Fill_FewerDimensions_IsThePrefix() =>
        Assert.Equal(Draw(3, 4, 5, 212)[..37], Draw(3, 4, 5, 37));

    [Fact]
    public void Fill_FixedCounters_KeepsItsBits() =>
        // Frozen: a change here breaks every named perturbation in every node's history.
        Assert.Equal(-4613408050234269317, BitConverter.DoubleToInt64Bits(Draw(42, 3, 5, 9)[8]));

    private static double[] Draw(ulong key, long generation, int member, int dimension)
    {
        var deviates = new double[dimension];
        Perturbation.Fill(key, generation, member, deviates);
        return deviates;
    }
}
