using Gaia.Cli.Evaluate;

namespace Gaia.Cli.Tests.Evaluate;

public sealed class SeedRangesTests
{
    [Theory]
    [InlineData("7", new uint[] { 7 })]
    [InlineData("5..9", new uint[] { 5, 6, 7, 8, 9 })]
    [InlineData("1,2,5..7", new uint[] { 1, 2, 5, 6, 7 })]
    [InlineData("9..9", new uint[] { 9 })]
    [InlineData("4294967295..4294967295", new[] { uint.MaxValue })]
    public void Parse_ValidList_GivesSeedsInOrder(string text, uint[] expected) =>
        Assert.Equal(expected, SeedRanges.Parse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1,,2")]
    [InlineData("1..2..3")]
    [InlineData("9..5")]
    [InlineData("4294967296")]
    [InlineData("1.5")]
    [InlineData(" 1")]
    [InlineData("0..4294967295")]
    [InlineData("0..999999,5")]
    public void Parse_InvalidList_SaysWhatIsAllowed(string text)
    {
        Assert.Null(SeedRanges.Parse(text, out string error));
        Assert.Contains("allowed", error, StringComparison.Ordinal);
    }
}
