using Gaia.Grpc.Headers;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Headers;

public sealed class StatusHeaderTests
{
    [Fact]
    public void Parse_OfFormat_IsEveryCode()
    {
        foreach (StatusCode code in Enum.GetValues<StatusCode>())
            Assert.Equal(new Status(code, "ü"), StatusHeader.Parse(StatusHeader.Format(code), "%C3%BC"));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("99999999999")]
    public void Parse_OtherNumber_IsUnknown(string status) =>
        Assert.Equal(StatusCode.Unknown, StatusHeader.Parse(status, null).StatusCode);
}
