using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gaia.Core.Results;
using Gaia.Node.Api.Contracts;
using Microsoft.AspNetCore.Http;

namespace Gaia.Node.Api;

/// <summary>Writes answers: one JSON object each, errors included.</summary>
internal static class ApiAnswer
{
    private const string Json = "application/json; charset=utf-8";

    public static async Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        context.Response.StatusCode = status;
        context.Response.ContentType = Json;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    public static Task ErrorAsync(HttpContext context, int status, string message) =>
        ErrorAsync(context, status, message, []);

    public static Task ErrorAsync(
        HttpContext context, int status, string message, IEnumerable<ValidationError> errors) =>
        WriteAsync(
            context,
            status,
            new ErrorView
            {
                Message = message,
                Errors = [.. errors.Select(error => new ErrorDetail(error.Path, error.Message, error.Allowed))],
            },
            ApiJson.Default.ErrorView);
}
