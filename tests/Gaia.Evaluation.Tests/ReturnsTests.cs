namespace Gaia.Evaluation.Tests;

public sealed class ReturnsTests
{
    [Fact]
    public void Mean_AddsFirstToLast()
    {
        // 1e16 + 1 is 1e16 in double: another order would keep the ones.
        EpisodeResult[] results = [Result(1e16), Result(1), Result(1), Result(-1e16)];
        Assert.Equal(0, Returns.Mean(results));
        Array.Reverse(results);
        Assert.Equal(0.5, Returns.Mean([results[0], results[3], results[1], results[2]]));
    }

    [Fact]
    public void Mean_OfNothing_Throws() => Assert.Throws<ArgumentException>(() => Returns.Mean([]));

    [Fact]
    public void Steps_OfMoreThanAnIntHolds_AreCounted()
    {
        var half = Result(0, 1_500_000_000);
        Assert.Equal(3_000_000_000, Returns.Steps([half, half]));
    }

    private static EpisodeResult Result(double value, int steps = 1) => new(value, steps, EpisodeEnd.Terminated);
}
