using FsCheck;
using FsCheck.Fluent;
using Gaia.Islands.Scoring;

namespace Gaia.Islands.Tests.Scoring;

public sealed class FixedPointScoreTests
{
    [Theory]
    [InlineData(0.0000005, 0)] // a half goes to the even neighbour, down here
    [InlineData(0.0000015, 2)] // and up here
    [InlineData(0.0000025, 2)]
    [InlineData(-0.0000015, -2)]
    [InlineData(264.9, 264_900_000)]
    [InlineData(-0.0, 0)]
    public void FromMean_Value_IsRoundedHalfToEven(double mean, long micros) =>
        Assert.Equal(micros, FixedPointScore.FromMean(mean));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1.1e9)]
    [InlineData(-1.1e9)]
    [InlineData(double.MaxValue)]
    public void Rejects_MeanThatIsNoScore(double mean)
    {
        Assert.False(FixedPointScore.TryFromMean(mean, out var micros));
        Assert.Equal(0, micros);
        Assert.Throws<ArgumentOutOfRangeException>(() => FixedPointScore.FromMean(mean));
    }

    [Fact]
    public void ToReturn_OfAnyScore_ComesBackExactly() =>
        Prop.ForAll(
            (from units in Gen.Choose(-999_999_999, 999_999_999)
             from rest in Gen.Choose(0, 999_999)
             select (units * FixedPointScore.MicrosPerUnit) + rest).ToArbitrary(),
            micros => FixedPointScore.FromMean(FixedPointScore.ToReturn(micros)) == micros)
        .QuickCheckThrowOnFailure();
}
