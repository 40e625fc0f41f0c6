using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gaia.Cli.Tests.Daemon;

/// <summary>A server that answers as a node's API would, with what the test gives it.</summary>
internal sealed class FakeNode : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (int Status, string Body)> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Request> _requests = new();
    private readonly WebApplication _app;

    private FakeNode(WebApplication app) => _app = app;

    public string Api { get; private set; } = "";

    public IReadOnlyCollection<Request> Requests => _requests;

    public static async Task<FakeNode> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        FakeNode node = new(builder.Build());
        node._app.Run(node.AnswerAsync);
        await node._app.StartAsync();
        var server = node._app.Services.GetRequiredService<IServer>();
        node.Api = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Authority;
        return node;
    }

    public FakeNode Answers<T>(string request, T body, JsonTypeInfo<T> type, int status = 200) =>
        Answers(request, JsonSerializer.Serialize(body, type), status);

    public FakeNode Answers(string request, string body, int status = 200)
    {
        _answers[request] = (status, body);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string line = $"{context.Request.Method} {context.Request.Path}";
        _requests.Enqueue(new Request(line, context.Request.Headers.Authorization, await reader.ReadToEndAsync()));
        var (status, body) = _answers.GetValueOrDefault(
            line, (404, """{"schema":"gaia.error/1","message":"nothing is called that here","errors":[]}"""));
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    /// <summary>What was asked.</summary>
    internal sealed record Request(string Line, string? Authorization, string Body);
}
