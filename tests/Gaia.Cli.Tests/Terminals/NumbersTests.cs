using Gaia.Cli.Terminals;

namespace Gaia.Cli.Tests.Terminals;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0.0 s")]
    [InlineData(-1, "0.0 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(61, "1 min 01 s")]
    [InlineData(3600, "1 h 00 min")]
    [InlineData(90_000, "1 d 01 h")]
    public void Duration_OfSeconds_UsesTheFittingUnits(double seconds, string expected) =>
        Assert.Equal(expected, Numbers.Duration(seconds));

    [Theory]
    [InlineData(null, "-")]
    [InlineData(-123.456, "-123.5")]
    [InlineData(200.0, "200.0")]
    public void Score_HasOneDecimal(double? score, string expected) => Assert.Equal(expected, Numbers.Score(score));

    [Theory]
    [InlineData(null, "-")]
    [InlineData(0.0, "0.0")]
    [InlineData(0.000123, "0.000123")]
    [InlineData(15.999841, "15.9998")]
    [InlineData(-254.123456, "-254.123")]
    [InlineData(500.0, "500.0")]
    [InlineData(1234567.25, "1234567.3")]
    public void Exact_HasTheDigitsThatTellScoresApart(double? score, string expected) =>
        Assert.Equal(expected, Numbers.Exact(score));

    [Theory]
    [InlineData(149.15, "149.15")]
    [InlineData(-394.479999, "-394.479999")]
    public void Value_HasEveryStoredDecimal(double value, string expected) =>
        Assert.Equal(expected, Numbers.Value(value));

    [Theory]
    [InlineData(0.000004, "4e-6")]
    [InlineData(3.25, "3.25")]
    public void Distance_HasDigitsOfItsSize(double value, string expected) =>
        Assert.Equal(expected, Numbers.Distance(value));

    [Fact]
    public void Count_GroupsThousands() => Assert.Equal("1,234,567", Numbers.Count(1_234_567));

    [Fact]
    public void Short_OfAShortText_IsTheText() => Assert.Equal("abc", Numbers.Short("abc"));
}
