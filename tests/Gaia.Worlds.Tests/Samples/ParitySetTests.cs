namespace Gaia.Worlds.Tests.Samples;

public sealed class ParitySetTests
{
    public static TheoryData<int> Sizes() => [.. Enumerable.Range(2, 7)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Present_AllRows_CountUpAndTellOddFromEven(int bits)
    {
        SampleRun run = SampleRun.Of($"parity-{bits}", 0, (_, target) => target);

        Assert.Equal(1 << bits, run.Inputs.Count);
        for (int row = 0; row < run.Inputs.Count; row++)
        {
            string binary = Convert.ToString(row, 2).PadLeft(bits, '0');
            Assert.Equal(binary, string.Concat(run.Inputs[row].Select(bit => bit == 0f ? '0' : '1')));
            Assert.Equal(binary.Count(digit => digit == '1') % 2 == 1 ? 1f : -1f, run.Targets[row]);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Score_OneRowWrong_IsJustNotSolved(int bits)
    {
        int rows = 1 << bits;
        double oneWrong = SampleRun.Of($"parity-{bits}", 0, (i, target) => i == rows - 1 ? 0f : target).Return;
        double allBarelyRight = SampleRun.Of($"parity-{bits}", 0, (_, target) => target * 1e-6f).Return;

        Assert.Equal(rows - (0.5 / rows), oneWrong);
        Assert.InRange(allBarelyRight, rows, rows + 0.51);
        Assert.True(WorldCatalog.TryFind($"parity-{bits}", out WorldInfo? info));
        Assert.Equal(rows, info.SolvedScore);
    }

    [Fact]
    public void Score_NoRowRight_IsTheSmoothPart() =>
        Assert.Equal(0.5, SampleRun.Of("parity-3", 0, (_, _) => 0f).Return);
}
