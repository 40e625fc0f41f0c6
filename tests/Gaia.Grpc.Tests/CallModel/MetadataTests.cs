using Grpc.Core;

namespace Gaia.Grpc.Tests.CallModel;

public sealed class MetadataTests
{
    [Fact]
    public void Add_UpperCaseKey_IsFoundInAnyCase()
    {
        var metadata = new Metadata { { "X-Key", "1" }, { "x-key", "2" } };
        Assert.Equal("x-key", metadata[0].Key);
        Assert.Equal("2", metadata.GetValue("X-KEY"));
        Assert.Equal(2, metadata.GetAll("x-key").Count());
        Assert.Null(metadata.Get("other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData(":path")]
    [InlineData("te")]
    [InlineData("grpc-status")]
    [InlineData("key-bin")]
    public void Add_TextUnderForbiddenKey_Throws(string key) =>
        Assert.ThrowsAny<ArgumentException>(() => new Metadata { { key, "v" } });

    [Theory]
    [InlineData("ü")]
    [InlineData("a\r\nb")]
    [InlineData(" a")]
    [InlineData("a ")]
    public void Add_ValueThatCannotTravel_Throws(string value) =>
        Assert.Throws<ArgumentException>(() => new Metadata { { "key", value } });

    [Fact]
    public void Add_BinaryUnderTextKey_Throws() =>
        Assert.Throws<ArgumentException>(() => new Metadata { { "key", [1] } });

    [Fact]
    public void ValueBytes_OfBinaryEntry_IsACopyBothWays()
    {
        byte[] bytes = [1, 2];
        var entry = new Metadata.Entry("key-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;
        Assert.Equal([1, 2], entry.ValueBytes);
        Assert.Throws<InvalidOperationException>(() => entry.Value);
    }
}
