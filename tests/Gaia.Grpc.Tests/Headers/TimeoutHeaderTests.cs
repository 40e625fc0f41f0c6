using FsCheck;
using FsCheck.Fluent;
using Gaia.Grpc.Headers;

namespace Gaia.Grpc.Tests.Headers;

public sealed class TimeoutHeaderTests
{
    [Theory]
    [InlineData("1n", 1)]
    [InlineData("100n", 1)]
    [InlineData("101n", 2)]
    [InlineData("1u", 10)]
    [InlineData("20m", 200_000)]
    [InlineData("3S", 30_000_000)]
    [InlineData("2M", 1_200_000_000)]
    [InlineData("1H", 36_000_000_000)]
    [InlineData("0S", 0)]
    [InlineData("99999999H", 99_999_999L * 36_000_000_000L)]
    public void TryParse_Valid_GivesTicks(string text, long ticks)
    {
        Assert.True(TimeoutHeader.TryParse(text, out TimeSpan timeout));
        Assert.Equal(ticks, timeout.Ticks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("1")]
    [InlineData("1s")]
    [InlineData("-1S")]
    [InlineData("+1S")]
    [InlineData(" 1S")]
    [InlineData("1.5S")]
    [InlineData("123456789S")]
    [InlineData("1SS")]
    public void TryParse_OtherForms_Refuses(string? text) => Assert.False(TimeoutHeader.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0u")]
    [InlineData(1, "1u")]
    [InlineData(10_000, "1000u")]
    [InlineData(999_999_990, "99999999u")]
    [InlineData(999_999_991, "100000m")]
    [InlineData(922_337_203_685_477_580, "25620478H")]
    [InlineData(long.MaxValue, "99999999H")]
    public void Format_Ticks_UsesFinestUnitRoundedUp(long ticks, string text) =>
        Assert.Equal(text, TimeoutHeader.Format(TimeSpan.FromTicks(ticks)));

    [Fact]
    public void TryParse_OfFormat_IsNotEarlierAndAtMostOneInTenThousandLater() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 30), (value, shift) => (long)value << shift).ToArbitrary(),
        ticks =>
        {
            bool parsed = TimeoutHeader.TryParse(TimeoutHeader.Format(TimeSpan.FromTicks(ticks)), out TimeSpan timeout);
            return parsed && timeout.Ticks >= ticks && timeout.Ticks - ticks <= 10 + (ticks / 10_000);
        }).QuickCheckThrowOnFailure();
}
