using FsCheck;
using FsCheck.Fluent;
using Gaia.Grpc.Headers;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Headers;

public sealed class MetadataBlockTests
{
    [Fact]
    public void Add_EncodedBinary_GivesTheBytes() => Prop.ForAll<byte[]>(bytes =>
    {
        string text = MetadataBlock.EncodeBinary(bytes);
        return !text.Contains('=') && Read(("x-bin", text)).GetValueBytes("x-bin")!.SequenceEqual(bytes);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("AP8=")]
    [InlineData("AP8")]
    [InlineData(" AP8 ")]
    public void Add_BinaryWithOrWithoutPadding_IsAccepted(string text) =>
        Assert.Equal([0, 255], Read(("x-bin", text)).GetValueBytes("x-bin"));

    [Fact]
    public void Add_BinaryValuesJoinedByComma_GivesEach() =>
        Assert.Equal([[1], [2]], Read(("x-bin", "AQ==,Ag")).GetAll("x-bin").Select(entry => entry.ValueBytes));

    [Theory]
    [InlineData("x-bin", "A")]
    [InlineData("x-bin", "!!!!")]
    [InlineData("x-bin", "AP_-")]
    [InlineData("x", "ü")]
    [InlineData("x", "a\u0001")]
    public void Add_MalformedValue_FailsTheBlock(string name, string value)
    {
        var block = new MetadataBlock(1000);
        block.Add(name, value);
        Assert.Equal(StatusCode.Internal, block.Failure?.StatusCode);
    }

    [Theory]
    [InlineData(":path")]
    [InlineData("te")]
    [InlineData("Content-Type")]
    [InlineData("grpc-timeout")]
    [InlineData("a!b")]
    public void Add_NameThatIsNoMetadata_IsPassedOver(string name) => Assert.Empty(Read((name, "v")));

    [Fact]
    public void Add_BeyondSize_FailsTheBlockExactlyThere()
    {
        var block = new MetadataBlock(2 * (1 + 1 + 32));
        block.Add("a", "b");
        block.Add("c", "d");
        Assert.Null(block.Failure);
        block.Add("e", "");
        Assert.Equal(StatusCode.ResourceExhausted, block.Failure?.StatusCode);
    }

    private static Metadata Read(params (string Name, string Value)[] fields)
    {
        var block = new MetadataBlock(1 << 20);
        foreach ((string name, string value) in fields)
            block.Add(name, value);
        Assert.Null(block.Failure);
        return block.Metadata;
    }
}
