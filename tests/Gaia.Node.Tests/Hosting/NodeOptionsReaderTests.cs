using Gaia.Node.Hosting;

namespace Gaia.Node.Tests.Hosting;

public sealed class NodeOptionsReaderTests
{
    private const string Peer = 
        "gaia://00000000000000000000000000000000000000000000000000000000000000ab@127.0.0.1:7435";

    [Fact]
    public void Read_NothingGiven_TakesTheDefaults()
    {
        var options = Read(new NodeFlags(), ("XDG_DATA_HOME", "/xdg")).Value;

        Assert.Equal("/xdg/gaianode", options.Data);
        Assert.Equal("0.0.0.0:7435", options.Listen.ToString());
        Assert.Equal("127.0.0.1:7434", options.Api.ToString());
        Assert.Equal("gaia-main", options.Network);
        Assert.Equal(4, options.Threads);
        Assert.Empty(options.Bootstrap);
    }

    [Fact]
    public void Read_FlagAndVariable_TheFlagWins()
    {
        var options = Read(
            new NodeFlags { Listen = "127.0.0.1:1", Threads = "2" },
            ("GAIA_LISTEN", "127.0.0.1:2"), ("GAIA_NETWORK", "mine"), ("GAIA_BOOTSTRAP", Peer + " , " + Peer)).Value;

        Assert.Equal(1, options.Listen.Port);
        Assert.Equal(2, options.Threads);
        Assert.Equal("mine", options.Network);
        Assert.Equal(Peer, Assert.Single(options.Bootstrap).ToString());
    }

    [Fact]
    public void Rejects_EveryWrongOption_AtOnceWithItsKey()
    {
        var flags = new NodeFlags { Listen = "here", Api = "0.0.0.0:7434", Bootstrap = ["x", Peer], Threads = "0" };

        var errors = Read(flags, ("GAIA_NETWORK", "NOT A NAME"), ("GAIA_ADVERTISE", "0.0.0.0")).Errors;

        Assert.Equal(
            ["--listen", "--api", "--bootstrap", "GAIA_NETWORK", "--threads", "GAIA_ADVERTISE"],
            errors.Select(error => error.Path));
        Assert.All(errors, error => Assert.NotEmpty(error.Allowed));
    }

    [Theory]
    [InlineData("127.0.0.1:7435", null, false)]
    [InlineData("127.0.0.1:7435", "auto", false)]
    [InlineData("[::1]:7435", null, false)]
    [InlineData("127.0.0.1:7435", "on", true)]
    [InlineData("0.0.0.0:7435", null, true)]
    [InlineData("192.168.0.1:7435", "auto", true)]
    [InlineData("0.0.0.0:7435", "off", false)]
    public void Read_LimitAddresses_HoldsUnlessLoopbackOrSwitchedOff(string listen, string? flag, bool isLimited)
    {
        var byFlag = Read(new NodeFlags { Listen = listen, LimitAddresses = flag }).Value;
        var byVariable = Read(new NodeFlags { Listen = listen }, ("GAIA_LIMIT_ADDRESSES", flag ?? "")).Value;

        Assert.Equal(isLimited, byFlag.ResolvedTransport().Connections.LimitAddresses);
        Assert.Equal(isLimited, byVariable.ResolvedTransport().Connections.LimitAddresses);
    }

    [Fact]
    public void Rejects_LimitAddresses_OfAnotherWord() => Assert.Equal(
        "--limit-addresses", Assert.Single(Read(new NodeFlags { LimitAddresses = "yes" }).Errors).Path);

    [Fact]
    public void Rejects_FlagsGivenWithoutAValue_EachByName()
    {
        var flags = new NodeFlags
        {
            Data = "", Listen = "", Api = " ", Network = "", Threads = "", Advertise = "", LimitAddresses = "",
        };

        var errors = Read(flags, ("GAIA_NETWORK", "mine")).Errors;

        Assert.Equal(
            ["--data", "--listen", "--api", "--network", "--threads", "--advertise", "--limit-addresses"],
            errors.Select(error => error.Path));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Read_BootstrapAddresses_AreAsManyAsTheOverlayTakes(int count, bool isTaken)
    {
        var peers = Enumerable.Range(1, count).Select(i => Peer.Replace(":7435", ":" + i, StringComparison.Ordinal));

        var result = Read(new NodeFlags { Bootstrap = [.. peers] });

        Assert.Equal(isTaken, result.IsOk);
        Assert.Equal(32, Overlay.OverlayOptions.Default.Bootstrap.MaximumAddresses);
        if (isTaken)
            Assert.Equal(count, result.Value.Bootstrap.Length);
        else
            Assert.Equal("at most 32 addresses", Assert.Single(result.Errors).Allowed);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("127.0.0.1:70000")]
    [InlineData("example.org:7434")]
    [InlineData(":7434")]
    public void Rejects_ApiThatIsNoAddressAndPort(string text) =>
        Assert.Equal("--api", Assert.Single(Read(new NodeFlags { Api = text }).Errors).Path);

    [Theory]
    [InlineData("localhost:0")]
    [InlineData("[::1]:7434")]
    [InlineData("127.0.0.1:0")]
    public void Accepts_ApiOnLoopback(string text) => Assert.True(Read(new NodeFlags { Api = text }).IsOk);

    private static Core.Results.Result<NodeOptions> Read(
        NodeFlags flags, params (string Name, string Value)[] environment) => NodeOptionsReader.Read(
        flags with { Data = flags.Data },
        name => environment.FirstOrDefault(variable => variable.Name == name).Value,
        processors: 4);
}
