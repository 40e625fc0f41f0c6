using Gaia.Cli.Api;

namespace Gaia.Cli.Tests.Api;

public sealed class EndpointLocatorTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("gaia-cli-").FullName;

    [Fact]
    public void Find_NothingSaid_IsTheDefault() => Assert.Equal("http://127.0.0.1:7434/", Find(null));

    [Fact]
    public void Find_EndpointFile_BeatsTheDefault()
    {
        WriteEndpoint("http://127.0.0.1:5001");
        Assert.Equal("http://127.0.0.1:5001/", Find(null));
    }

    [Fact]
    public void Find_Variable_BeatsTheEndpointFile()
    {
        WriteEndpoint("http://127.0.0.1:5001");
        Assert.Equal("http://127.0.0.1:5002/", Find(null, ("GAIA_API", "127.0.0.1:5002")));
    }

    [Fact]
    public void Find_Option_BeatsAll()
    {
        WriteEndpoint("http://127.0.0.1:5001");
        Assert.Equal("http://localhost:5003/", Find("localhost:5003", ("GAIA_API", "127.0.0.1:5002")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"schema\":\"gaia.endpoint/1\"}")]
    public void Find_DamagedEndpointFile_IsTheDefault(string text)
    {
        File.WriteAllText(Path.Combine(_data, "endpoint.json"), text);
        Assert.Equal("http://127.0.0.1:7434/", Find(null));
    }

    [Theory]
    [InlineData("[::1]:7434", "http://[::1]:7434/")]
    [InlineData("http://127.0.0.1:80", "http://127.0.0.1/")]
    public void Accepts_HostAndPort(string text, string expected) => Assert.Equal(expected, Find(text));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    [InlineData(":7434")]
    [InlineData("127.0.0.1:x")]
    [InlineData("127.0.0.1:70000")]
    [InlineData("ftp://127.0.0.1:7434")]
    [InlineData("http://127.0.0.1:7434/v1")]
    public void Rejects_WhatIsNoHostAndPort(string text) => Assert.Null(Find(text));

    [Fact]
    public void NamedWithoutNode_DirectoryWithoutEndpointFile_IsThatDirectory()
    {
        Assert.Equal(_data, new EndpointLocator(_ => null).NamedWithoutNode(api: null, _data));
        Assert.Equal(_data, Locator(("GAIA_DATA", _data)).NamedWithoutNode(api: null, data: null));
    }

    [Fact]
    public void NamedWithoutNode_SomethingElseNamesTheNode_IsNull()
    {
        EndpointLocator plain = new(_ => null);
        Assert.Null(plain.NamedWithoutNode(api: null, data: null));
        Assert.Null(plain.NamedWithoutNode("127.0.0.1:5001", _data));
        Assert.Null(Locator(("GAIA_API", "127.0.0.1:5001")).NamedWithoutNode(api: null, _data));
        WriteEndpoint("http://127.0.0.1:5001");
        Assert.Null(plain.NamedWithoutNode(api: null, _data));
    }

    [Fact]
    public void DataDirectory_Precedence_IsOptionThenVariableThenXdg()
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal) { ["XDG_DATA_HOME"] = "/x" };
        EndpointLocator locator = new(name => variables.GetValueOrDefault(name));
        Assert.Equal("/x/gaianode", locator.DataDirectory(null));
        variables["GAIA_DATA"] = "/g";
        Assert.Equal("/g", locator.DataDirectory(null));
        Assert.Equal("/o", locator.DataDirectory("/o"));
    }

    [Fact]
    public void ReadToken_NoFile_IsNull() => Assert.Null(new EndpointLocator(_ => null).ReadToken(_data));

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private string? Find(string? api, params (string Name, string Value)[] variables) =>
        Locator(variables).Find(api, _data, out _)?.AbsoluteUri;

    private static EndpointLocator Locator(params (string Name, string Value)[] variables) =>
        new(name => variables.FirstOrDefault(pair => pair.Name == name).Value);

    private void WriteEndpoint(string api) => File.WriteAllText(
        Path.Combine(_data, "endpoint.json"),
        $$"""{"schema":"gaia.endpoint/1","api":"{{api}}","address":"a","nodeId":"b","pid":1}""");
}
