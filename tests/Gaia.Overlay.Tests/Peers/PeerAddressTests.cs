using FsCheck;
using FsCheck.Fluent;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Tests.Peers;

public sealed class PeerAddressTests
{
    private static readonly string Hex = TestPeers.Id(1).ToString();

    [Theory]
    [InlineData("127.0.0.1:7435", "127.0.0.1", 7435)]
    [InlineData("node-3.Example.org:1", "node-3.example.org", 1)]
    [InlineData("[::1]:65535", "::1", 65535)]
    [InlineData("[2001:DB8:0:0::5]:80", "2001:db8::5", 80)]
    [InlineData("localhost:7435/", "localhost", 7435)]
    public void Accepts_EveryFormOfHost_InCanonicalForm(string authority, string host, int port)
    {
        Assert.True(PeerAddress.TryParse($"gaia://{Hex}@{authority}", out var address, out _));
        Assert.Equal(TestPeers.Id(1), address.Node);
        Assert.Equal(host, address.Host);
        Assert.Equal(port, address.Port);
    }

    [Fact]
    public void Accepts_IdInBase32_AsTheSameAddress()
    {
        var base32 = TestPeers.Id(1).Value.ToBase32();
        Assert.True(PeerAddress.TryParse($"gaia://{base32}@h:7435", out var a, out _));
        Assert.True(PeerAddress.TryParse($"GAIA://{Hex.ToUpperInvariant()}@H:7435", out var b, out _));
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }

    [Theory]
    [InlineData("", PeerAddressFault.Length)]
    [InlineData("   ", PeerAddressFault.Length)]
    [InlineData("http://ID@h:1", PeerAddressFault.Scheme)]
    [InlineData("127.0.0.1:7435", PeerAddressFault.Scheme)]
    [InlineData("gaia://127.0.0.1:7435", PeerAddressFault.MissingId)]
    [InlineData("gaia://@127.0.0.1:7435", PeerAddressFault.MissingId)]
    [InlineData("gaia://abc@127.0.0.1:7435", PeerAddressFault.Id)]
    [InlineData("gaia://ID@127.0.0.1", PeerAddressFault.MissingPort)]
    [InlineData("gaia://ID@[::1]", PeerAddressFault.MissingPort)]
    [InlineData("gaia://ID@127.0.0.1:", PeerAddressFault.Port)]
    [InlineData("gaia://ID@127.0.0.1:0", PeerAddressFault.Port)]
    [InlineData("gaia://ID@127.0.0.1:65536", PeerAddressFault.Port)]
    [InlineData("gaia://ID@127.0.0.1:-1", PeerAddressFault.Port)]
    [InlineData("gaia://ID@::1:7435", PeerAddressFault.Host)]
    [InlineData("gaia://ID@[127.0.0.1]:7435", PeerAddressFault.Host)]
    [InlineData("gaia://ID@[fe80::1%eth0]:7435", PeerAddressFault.Host)]
    [InlineData("gaia://ID@:7435", PeerAddressFault.Host)]
    [InlineData("gaia://ID@a..b:7435", PeerAddressFault.Host)]
    [InlineData("gaia://ID@127.1:7435", PeerAddressFault.Host)]
    [InlineData("gaia://ID@010.0.0.1:7435", PeerAddressFault.Host)]
    [InlineData("gaia://ID@a b:7435", PeerAddressFault.Host)]
    public void Rejects_WhatIsNoAddress_NamesTheFault(string text, PeerAddressFault fault)
    {
        Assert.False(PeerAddress.TryParse(text.Replace("ID", Hex, StringComparison.Ordinal), out _, out var error));
        Assert.Equal(fault, error.Fault);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Rejects_AddressWithoutId_TellsHowToFindIt()
    {
        Assert.False(PeerAddress.TryParse("gaia://10.0.0.1:7435", out _, out var error));
        Assert.Contains("gaianode id", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_ZeroIdAndControlCharacters_WithoutEchoingThem()
    {
        Assert.False(PeerAddress.TryParse($"gaia://{new string('0', 64)}@h:1", out _, out var zero));
        Assert.Equal(PeerAddressFault.Id, zero.Fault);
        Assert.False(PeerAddress.TryParse("gaia://a\u001b[31m\n@h:1", out _, out var control));
        Assert.DoesNotContain(control.Message, char.IsControl);
    }

    [Fact]
    public void Create_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentException>(() => PeerAddress.Create(TestPeers.Id(1), "h", 0));
        Assert.Throws<ArgumentException>(() => PeerAddress.Create(default, "h", 1));
    }

    [Fact]
    public void ToString_OfAnyAddress_ParsesBack()
    {
        var hosts = Gen.Elements("a", "x-1.example.org", "10.1.2.3", "::1", "2001:db8::ff", "a_b");
        var parts = Gen.Choose(0, 1000).SelectMany(id => hosts.SelectMany(host => Gen.Choose(1, 65535)
            .Select(port => PeerAddress.Create(TestPeers.Id(id), host, port))));
        Prop.ForAll(Arb.From(parts), address =>
            PeerAddress.TryParse(address.ToString(), out var back, out _) && back == address)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TryParse_OfAnyText_NeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text => PeerAddress.TryParse("gaia://" + text, out var address, out var error)
            ? address is not null
            : error is not null).QuickCheckThrowOnFailure();
}
