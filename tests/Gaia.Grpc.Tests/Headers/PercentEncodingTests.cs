using FsCheck;
using FsCheck.Fluent;
using Gaia.Grpc.Headers;

namespace Gaia.Grpc.Tests.Headers;

public sealed class PercentEncodingTests
{
    [Fact]
    public void Decode_OfEncode_IsTheText() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(text => text is not null),
        text =>
        {
            string wellFormed = WellFormed(text);
            return PercentEncoding.Decode(PercentEncoding.Encode(text)) == wellFormed;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Encode_AnyText_IsPrintableAscii() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(text => text is not null),
        text => PercentEncoding.Encode(text).All(c => c is >= ' ' and <= '~')).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_AnyText_NeverFails() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>().Filter(text => text is not null),
        text => PercentEncoding.Decode("%" + text + "%").Length > 0).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("100%", "100%25")]
    [InlineData("a\nb", "a%0Ab")]
    [InlineData("ü€", "%C3%BC%E2%82%AC")]
    public void Encode_Example_IsAsSpecified(string text, string encoded) =>
        Assert.Equal(encoded, PercentEncoding.Encode(text));

    [Theory]
    [InlineData("%", "%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz", "%zz")]
    [InlineData("%c3%bc", "ü")]
    [InlineData("%C3x", "\uFFFDx")]
    public void Decode_MalformedOrLowerCase_KeepsWhatItCannotRead(string encoded, string text) =>
        Assert.Equal(text, PercentEncoding.Decode(encoded));

    [Fact]
    public void Encode_OverLimit_CutsAtACharacter()
    {
        Assert.Equal("abcd", PercentEncoding.Encode("abcdef", 4));
        Assert.Equal("abc", PercentEncoding.Encode("abcüdef", 4));
        Assert.Equal("ab%C3%BC", PercentEncoding.Encode("abüü", 5));
    }

    private static string WellFormed(string text) =>
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
