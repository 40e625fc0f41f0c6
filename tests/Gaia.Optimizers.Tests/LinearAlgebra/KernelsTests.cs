using Gaia.Optimizers.LinearAlgebra;
using Gaia.Optimizers.Sampling;

namespace Gaia.Optimizers.Tests.LinearAlgebra;

public sealed class KernelsTests
{
    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Dot_OfAnyLength_IsTheSumOfProducts(int length)
    {
        var (a, b) = Draw(length);
        Assert.Equal(a.Zip(b, (x, y) => x * y).Sum(), Kernels.Dot(a, b), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void DotAndAdd_OfAnyLength_DoesBoth(int length)
    {
        var (a, b) = Draw(length);
        var target = b.ToArray();
        var sum = Kernels.DotAndAdd(a, b, 0.75, target);
        Assert.Equal(a.Zip(b, (x, y) => x * y).Sum(), sum, 1e-12);
        Assert.Equal(a.Zip(b, (x, y) => y + (0.75 * x)), target);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void AddScaled_OfAnyLength_AddsEach(int length)
    {
        var (a, b) = Draw(length);
        var target = a.ToArray();
        Kernels.AddScaled(target, -1.25, b);
        Assert.Equal(a.Zip(b, (x, y) => x + (-1.25 * y)), target);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void SubtractTwo_OfAnyLength_SubtractsEach(int length)
    {
        var (a, b) = Draw(length);
        var target = a.ToArray();
        Kernels.SubtractTwo(target, 0.3, a, 1.7, b);
        Assert.Equal(a.Zip(b, (x, y) => x - ((0.3 * x) + (1.7 * y))), target);
    }

    private static (double[] Left, double[] Right) Draw(int length)
    {
        var left = new double[length];
        var right = new double[length];
        Perturbation.Fill(1, 0, 0, left);
        Perturbation.Fill(1, 0, 1, right);
        return (left, right);
    }
}
