using System.Globalization;
using System.Text.Json;
using Gaia.Core.Results;
using Gaia.Islands.Tasks;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Exchange;
using Gaia.Node.Tasks;
using Microsoft.AspNetCore.Http;

namespace Gaia.Node.Api;

/// <summary>Answers <c>POST /v1/tasks</c>.</summary>
internal sealed class TaskPublishing(NodeFace face)
{
    private const string BuiltInKey = "builtIn";

    public async Task PublishAsync(HttpContext context)
    {
        byte[] body;
        try
        {
            using var buffer = new MemoryStream();
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
            body = buffer.ToArray();
        }
        catch (BadHttpRequestException exception)
        {
            await ApiAnswer.ErrorAsync(context, exception.StatusCode,
                exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? $"a manifest has at most {face.Options.Limits.ApiBodyBytes} bytes"
                    : exception.Message);
            return;
        }

        var read = Read(body);
        if (!read.TryGet(out var task))
        {
            await ApiAnswer.ErrorAsync(context, StatusCodes.Status400BadRequest, "the task is not valid", read.Errors);
            return;
        }

        var outcome = new TaskCompletionSource<PublishOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!await face.Inbox.WriteAsync(new ExchangeCommand.Publish(task, outcome), context.RequestAborted))
        {
            await ApiAnswer.ErrorAsync(context, StatusCodes.Status503ServiceUnavailable, "the node is stopping");
            return;
        }

        await AnswerAsync(context, await outcome.Task.WaitAsync(context.RequestAborted));
    }

    private static Task AnswerAsync(HttpContext context, PublishOutcome outcome)
    {
        switch (outcome)
        {
            case PublishOutcome.Published published:
                return ApiAnswer.WriteAsync(
                    context,
                    StatusCodes.Status201Created,
                    new PublishedTask
                    {
                        TaskId = published.Task.Id.ToString(),
                        Name = published.Task.Definition.Manifest.Name,
                    },
                    ApiJson.Default.PublishedTask);
            case PublishOutcome.Invalid invalid:
                return ApiAnswer.ErrorAsync(
                    context, StatusCodes.Status400BadRequest, "the task is not valid", [invalid.Error]);
            case PublishOutcome.TooLarge large:
                return ApiAnswer.ErrorAsync(context, StatusCodes.Status413PayloadTooLarge, large.Message);
            case PublishOutcome.TooSoon soon:
                var seconds = Math.Ceiling(soon.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                context.Response.Headers.RetryAfter = seconds;
                return ApiAnswer.ErrorAsync(context, StatusCodes.Status429TooManyRequests,
                    $"a node publishes one task a minute; try again in {seconds} s");
            case PublishOutcome.Full full:
                return ApiAnswer.ErrorAsync(context, StatusCodes.Status409Conflict,
                    $"this node takes part in {full.Maximum} tasks already, as many as it may");
            default:
                return ApiAnswer.ErrorAsync(context, StatusCodes.Status503ServiceUnavailable,
                    "the store did not take the task, so it was not published; see GET /v1/status");
        }
    }

    private static Result<TaskDefinition> Read(byte[] body)
    {
        if (BuiltInName(body) is not { } name)
            return ManifestReader.Read(body);
        return BuiltInTasks.TryFind(name, out var task)
            ? Result<TaskDefinition>.Ok(task)
            : Result<TaskDefinition>.Invalid(
                "$." + BuiltInKey, $"'{name}' is not built in.", string.Join(", ", BuiltInTasks.Names));
    }

    /// <summary>The name in <c>{"builtIn": "name"}</c>; null for anything else, which is a manifest.</summary>
    private static string? BuiltInName(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.GetPropertyCount() == 1
                && json.RootElement.TryGetProperty(BuiltInKey, out var name)
                && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
