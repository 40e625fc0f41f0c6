using Gaia.Worlds.Functions;

namespace Gaia.Worlds.Tests.Functions.Binary;

public sealed class BinaryFunctionsTests
{
    [Theory]
    [InlineData(new[] { 1.0, 1.0, 1.0 }, 0.0)]
    [InlineData(new[] { 1.0, 0.0, -1.0 }, 2.0)]
    [InlineData(new[] { -0.5, -0.5, -0.5 }, 3.0)]
    [InlineData(new[] { 1e-30, 5.0, 0.1 }, 0.0)]
    public void Evaluate_OneMax_CountsWhatIsMissing(double[] x, double expected) =>
        Assert.Equal(expected, FunctionCatalog.Create("onemax", 3).Evaluate(x));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Evaluate_EveryBlockOfTheTrap_EqualsDebAndGoldberg(int bits)
    {
        FunctionInstance function = FunctionCatalog.Create($"trap-{bits}", bits * 2);
        var x = new double[bits * 2];
        Array.Fill(x, 1.0, bits, bits);
        for (int pattern = 0; pattern < 1 << bits; pattern++)
        {
            for (int bit = 0; bit < bits; bit++)
                x[bit] = (pattern >> bit & 1) == 1 ? 1.0 : -1.0;
            int set = int.PopCount(pattern);
            int fitness = set == bits ? bits : bits - 1 - set;
            Assert.Equal(bits - fitness, function.Evaluate(x));
        }
    }

    [Fact]
    public void Evaluate_Trap_MisleadsBitByBit()
    {
        FunctionInstance function = FunctionCatalog.Create("trap-5", 5);

        Assert.True(function.Evaluate([-1, -1, -1, -1, -1]) < function.Evaluate([1, -1, -1, -1, -1]));
        Assert.True(function.Evaluate([1, 1, 1, -1, -1]) < function.Evaluate([1, 1, 1, 1, -1]));
        Assert.Equal(0.0, function.Evaluate([1, 1, 1, 1, 1]));
    }
}
