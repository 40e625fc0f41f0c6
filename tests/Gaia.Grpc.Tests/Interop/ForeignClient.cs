using System.Text.Json;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Server;
using Gaia.Grpc.Tests.Fixtures;

namespace Gaia.Grpc.Tests.Interop;

/// <summary>What any client of the test contract must see of our server.</summary>
internal static class ForeignClient
{
    /// <summary>Runs cases of the script against an address and yields what each saw.</summary>
    public delegate Task<JsonElement> RunClient(string address, params string[] cases);

    public static async Task AssertAllFourKindsAsync(RunClient run)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        JsonElement seen = await run(
            host.Address.Authority, "unary", "large", "repeat", "repeatFails", "collect", "converse");
        AssertJson("""{"text":"hi","payload":"010203"}""", seen, "unary");
        AssertJson("""{"equal":true}""", seen, "large");
        AssertJson("""{"code":0,"sent":"100","count":100,"ordered":true}""", seen, "repeat");
        AssertJson("""{"code":15,"details":"after all","count":3}""", seen, "repeatFails");
        AssertJson("""{"text":"40/200000"}""", seen, "collect");
        AssertJson("""{"code":0,"texts":["m0","m1","m2","m3","m4"]}""", seen, "converse");
    }

    public static async Task AssertMetadataAsync(RunClient run)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        JsonElement seen = await run(host.Address.Authority, "metadata");
        AssertJson(
            """
            {"text":"x-text=plain words;x-raw-bin=00FF0A;",
             "initial":["plain words","00ff0a"],"trailing":["plain words","00ff0a"]}
            """,
            seen,
            "metadata");
    }

    public static async Task AssertFailuresAsync(RunClient run)
    {
        await using ProbeHost host = await ProbeHost.StartAsync(
            new GrpcServerOptions { MaxReceiveMessageBytes = 2_000_000 });
        JsonElement seen = await run(host.Address.Authority, "fail", "throws", "collectStops", "oversize", "unknown");
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

    public static async Task AssertGzipAsync(RunClient run)
    {
        await using ProbeHost host = await ProbeHost.StartAsync(
            new GrpcServerOptions { ResponseEncoding = GrpcEncoding.Gzip });
        JsonElement seen = await run(host.Address.Authority, "gzip", "large", "repeat", "collect");
        AssertJson("""{"equal":true}""", seen, "gzip");
        AssertJson("""{"equal":true}""", seen, "large");
        AssertJson("""{"code":0,"sent":"100","count":100,"ordered":true}""", seen, "repeat");
        AssertJson("""{"text":"40/200000"}""", seen, "collect");
    }

    public static async Task AssertDeadlineAsync(RunClient run)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        JsonElement seen = await run(host.Address.Authority, "unary", "deadline");
        Assert.Equal(4, seen.GetProperty("deadline").GetProperty("code").GetInt32());
        // On a machine under load the deadline may pass before the handler starts.
        if (host.Signals.Started.Task.IsCompleted)
            await host.Signals.Cancelled.Task.InTime();
    }

    public static async Task AssertCancellationAsync(RunClient run)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        JsonElement seen = await run(host.Address.Authority, "cancel");
        AssertJson("""{"code":1}""", seen, "cancel");
        await host.Signals.Cancelled.Task.InTime();
    }

    private static void AssertJson(string expected, JsonElement all, string name)
    {
        using JsonDocument document = JsonDocument.Parse(expected);
        JsonElement seen = all.GetProperty(name);
        Assert.True(JsonElement.DeepEquals(document.RootElement, seen), $"{name}: {seen}");
    }
}
