namespace Gaia.Protocol.Networks;

public sealed class NetworkIdTests
{
    [Theory]
    [InlineData("gaia-main")]
    [InlineData("x")]
    [InlineData("lab.7-test")]
    public void Accepts_Name(string name)
    {
        Assert.True(NetworkId.TryFromName(name, out var network));
        Assert.Equal(NetworkId.FromName(name), network);
        Assert.Equal(64, network.Value.ToString().Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Main")]
    [InlineData("a b")]
    [InlineData("ü")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Rejects_Name(string? name)
    {
        Assert.False(NetworkId.TryFromName(name, out _));
        Assert.Throws<ArgumentException>(() => NetworkId.FromName(name!));
    }

    [Fact]
    public void FromName_TwoNames_AreTwoNetworks() =>
        Assert.NotEqual(NetworkId.FromName("one"), NetworkId.FromName("two"));
}
