using System.Text.Json;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Server;
using Gaia.Grpc.Tests.Fixtures;

namespace Gaia.Grpc.Tests.Interop;

/// <summary>grpc-js calls our server.</summary>
public sealed class GrpcJsClientTests
{
    [GrpcJsFact]
    public async Task GrpcJs_CallsAllFourKinds_SeesEveryMessage()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        JsonElement seen = await RunAsync(host, "unary", "large", "repeat", "repeatFails", "collect", "converse");
        AssertJson("""{"text":"hi","payload":"010203"}""", seen, "unary");
        AssertJson("""{"equal":true}""", seen, "large");
        AssertJson("""{"code":0,"sent":"100","count":100,"ordered":true}""", seen, "repeat");
        AssertJson("""{"code":15,"details":"after all","count":3}""", seen, "repeatFails");
        AssertJson("""{"text":"40/200000"}""", seen, "collect");
        AssertJson("""{"code":0,"texts":["m0","m1","m2","m3","m4"]}""", seen, "converse");
    }

    [GrpcJsFact]
    public async Task GrpcJs_SendsMetadata_GetsItBackInHeadersAndTrailers()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        JsonElement seen = await RunAsync(host, "metadata");
        AssertJson(
            """
            {"text":"x-text=plain words;x-raw-bin=00FF0A;",
             "initial":["plain words","00ff0a"],"trailing":["plain words","00ff0a"]}
            """,
            seen,
            "metadata");
    }

    [GrpcJsFact]
    public async Task GrpcJs_CallsThatFail_SeesStatusTextAndTrailers()
    {
        await using ProbeHost host = await ProbeHost.StartAsync(
            new GrpcServerOptions { MaxReceiveMessageBytes = 2_000_000 });
        JsonElement seen = await RunAsync(host, "fail", "throws", "collectStops", "oversize", "unknown");
        AssertJson(
            """
            {"code":9,"details":"Grüße, 世界 100% \n🚀","why":"asked","detailBin":"0001feff"}
            """,
            seen,
            "fail");
        AssertJson("""{"code":2,"details":"Exception was thrown by handler."}""", seen, "throws");
        AssertJson("""{"code":11,"details":"enough"}""", seen, "collectStops");
        AssertJson(
            """{"code":8,"details":"A message is over the receive limit of 2000000 bytes."}""", seen, "oversize");
        AssertJson("""{"code":12,"details":"The method is unknown."}""", seen, "unknown");
    }

    [GrpcJsFact]
    public async Task GrpcJs_CompressesWithGzip_BothWays()
    {
        await using ProbeHost host = await ProbeHost.StartAsync(
            new GrpcServerOptions { ResponseEncoding = GrpcEncoding.Gzip });
        JsonElement seen = await RunAsync(host, "gzip", "large", "repeat", "collect");
        AssertJson("""{"equal":true}""", seen, "gzip");
        AssertJson("""{"equal":true}""", seen, "large");
        AssertJson("""{"code":0,"sent":"100","count":100,"ordered":true}""", seen, "repeat");
        AssertJson("""{"text":"40/200000"}""", seen, "collect");
    }

    [GrpcJsFact]
    public async Task GrpcJs_PassesItsDeadline_HandlerIsCancelled()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        JsonElement seen = await RunAsync(host, "deadline");
        Assert.Equal(4, seen.GetProperty("deadline").GetProperty("code").GetInt32());
        await host.Signals.Cancelled.Task;
    }

    [GrpcJsFact]
    public async Task GrpcJs_Cancels_HandlerIsCancelled()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        JsonElement seen = await RunAsync(host, "cancel");
        AssertJson("""{"code":1}""", seen, "cancel");
        await host.Signals.Cancelled.Task;
    }

    private static Task<JsonElement> RunAsync(ProbeHost host, params string[] cases) =>
        PeerProcess.RunAsync(PeerProcess.Node, "client.js", [host.Address.Authority, .. cases]);

    private static void AssertJson(string expected, JsonElement all, string name)
    {
        using JsonDocument document = JsonDocument.Parse(expected);
        JsonElement seen = all.GetProperty(name);
        Assert.True(JsonElement.DeepEquals(document.RootElement, seen), $"{name}: {seen}");
    }
}
