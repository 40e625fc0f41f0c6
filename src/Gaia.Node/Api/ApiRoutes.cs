using System.Text.Json.Nodes;
using Gaia.Islands.Elites;
using Gaia.Islands.Scoring;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Exchange;
using Gaia.Policies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gaia.Node.Api;

/// <summary>What the API answers to which path.</summary>
internal sealed class ApiRoutes(NodeFace face)
{
    private readonly TaskPublishing _publishing = new(face);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/status", (RequestDelegate)(context => ApiAnswer.WriteAsync(
            context, StatusCodes.Status200OK, StatusComposer.Status(face), ApiJson.Default.NodeStatus)));
        routes.MapGet("/v1/id", (RequestDelegate)(context => ApiAnswer.WriteAsync(
            context, StatusCodes.Status200OK, Identity(), ApiJson.Default.IdentityView)));
        routes.MapGet("/v1/peers", (RequestDelegate)(context => ApiAnswer.WriteAsync(
            context, StatusCodes.Status200OK, StatusComposer.Peers(face), ApiJson.Default.PeersView)));
        routes.MapGet("/v1/tasks", (RequestDelegate)(context => ApiAnswer.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new TasksView { Tasks = StatusComposer.Tasks(face) },
            ApiJson.Default.TasksView)));
        routes.MapGet("/v1/tasks/{id}", (RequestDelegate)TaskAsync);
        routes.MapGet("/v1/elites/{id}", (RequestDelegate)EliteAsync);
        routes.MapGet("/v1/elites/{id}/policy", (RequestDelegate)PolicyAsync);
        routes.MapPost("/v1/tasks", (RequestDelegate)_publishing.PublishAsync);
        routes.MapPost("/v1/stop", (RequestDelegate)StopAsync);
        routes.MapGet("/healthz", (RequestDelegate)(context =>
            ProbeAsync(context, face.IsAlive(), "a loop has ended")));
        routes.MapGet("/readyz", (RequestDelegate)(context =>
            ProbeAsync(context, face.IsReady(), "not listening yet")));
        routes.MapFallback((RequestDelegate)(context => ApiAnswer.ErrorAsync(
            context,
            StatusCodes.Status404NotFound,
            $"there is nothing at {context.Request.Method} {context.Request.Path}; GET /v1/status is a beginning")));
    }

    private IdentityView Identity() => new(
        face.Node.ToString(), face.Node.Short, face.Address().ToString(), face.Options.Network);

    private Task TaskAsync(HttpContext context)
    {
        var wanted = Wanted(context);
        var tasks = face.Exchange().Tasks;
        var match = IdMatch.Find(tasks, wanted, task => task.Id.ToString(), task => task.Definition.Manifest.Name);
        if (match.Item is not { } found)
            return ApiAnswer.ErrorAsync(context, StatusCodes.Status404NotFound, match.Explain("task", wanted));
        var view = new TaskView
        {
            Manifest = JsonNode.Parse(found.Definition.CanonicalBytes)!,
            Status = StatusComposer.Task(face, found),
            Elites = [.. found.Elites.Select(elite => StatusComposer.Elite(elite, found))],
        };
        return ApiAnswer.WriteAsync(context, StatusCodes.Status200OK, view, ApiJson.Default.TaskView);
    }

    private async Task EliteAsync(HttpContext context)
    {
        if (await FindEliteAsync(context) is { } found)
        {
            await ApiAnswer.WriteAsync(
                context,
                StatusCodes.Status200OK,
                StatusComposer.Elite(found.Elite, found.Task) with { VerifiedHere = true },
                ApiJson.Default.EliteView);
        }
    }

    private async Task PolicyAsync(HttpContext context)
    {
        if (await FindEliteAsync(context) is not { } found)
            return;
        using var buffer = new MemoryStream();
        PolicyFile.Write(buffer, new PolicyDocument(
            found.Task.Definition.World.Id, found.Task.Definition.Layout, found.Elite.Genome)
        {
            Arguments = found.Task.Definition.World.Arguments,
            Origin = new PolicyOrigin
            {
                TaskId = found.Elite.Task,
                EliteId = found.Elite.Id,
                Score = FixedPointScore.ToReturn(found.Elite.ScoreMicros),
                Node = found.Elite.Origin,
            },
        });
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.Length;
        buffer.Position = 0;
        await buffer.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>The elite of the path; null where there is none, which is answered.</summary>
    private async Task<FoundElite?> FindEliteAsync(HttpContext context)
    {
        var wanted = Wanted(context);
        var tasks = face.Exchange().Tasks;
        var all = tasks.SelectMany(task => task.Elites.Select(elite => new FoundElite(elite, task)));
        var match = IdMatch.Find(all, wanted, found => found.Elite.Id.ToString(), name: null);
        if (match.Item is not null)
            return match.Item;

        // One that left the archive is still in the store, under its whole id.
        if (match.Count == 0 && Core.Identity.EliteId.TryParse(wanted, out var id))
        {
            foreach (var task in tasks)
            {
                if (await face.Shelf.FindAsync(task.Id, id, context.RequestAborted) is { } elite)
                    return new FoundElite(elite, task);
            }
        }

        await ApiAnswer.ErrorAsync(context, StatusCodes.Status404NotFound, match.Explain("elite", wanted));
        return null;
    }

    private Task StopAsync(HttpContext context)
    {
        face.RequestStop();
        return ApiAnswer.WriteAsync(
            context, StatusCodes.Status202Accepted, Identity(), ApiJson.Default.IdentityView);
    }

    private static Task ProbeAsync(HttpContext context, bool isWell, string otherwise)
    {
        if (!isWell)
            return ApiAnswer.ErrorAsync(context, StatusCodes.Status503ServiceUnavailable, otherwise);
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("ok\n", context.RequestAborted);
    }

    private static string Wanted(HttpContext context) => context.Request.RouteValues["id"]?.ToString() ?? "";

    private sealed record FoundElite(Elite Elite, TaskSnapshot Task);
}
