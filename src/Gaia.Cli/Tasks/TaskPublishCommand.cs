using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Gaia.Cli.Api;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Files;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tasks;

/// <summary><c>gaianode task publish</c>: gives a manifest to the swarm.</summary>
internal static class TaskPublishCommand
{
    /// <summary>Manifests are at most 64 KiB; a larger file is refused before it is sent.</summary>
    private const int MaximumManifestBytes = 64 * 1024;

    public static Command Create(Terminal terminal)
    {
        Command command = new("publish", "Publish a task: a built-in one by name, or a manifest file.");
        Argument<string> task = new("task")
        {
            Description = "Name of a built-in task (lunarlander, cartpole), or a manifest file, or - (standard input).",
        };
        task.AcceptNonEmpty();
        command.Arguments.Add(task);
        DaemonCommand daemon = new(command, terminal);
        command.SetAction((parsed, token) => daemon.RunAsync(parsed, client =>
            PublishAsync(terminal, daemon, client, parsed.GetValue(task)!, daemon.IsJson(parsed), token)));
        return command.WithExamples("gaianode task publish lunarlander", "gaianode task publish mytask.json");
    }

    private static async Task<int> PublishAsync(
        Terminal terminal, DaemonCommand daemon, ApiClient client, string task, bool json, CancellationToken token)
    {
        var (body, error) = await ReadAsync(task, token);
        if (body is null) return await terminal.FailAsync(ExitCode.Usage, error!);
        var answer = await client.PostAsync("/v1/tasks", body, ApiJson.Default.PublishedTask, token);
        if (answer.Value is null) return await daemon.FailAsync(answer.Failure!);
        await terminal.Out.WriteLineAsync(json
            ? answer.Body
            : $"published {answer.Value.Name} as {answer.Value.TaskId}");
        return ExitCode.Ok;
    }

    /// <summary>A path wins over a built-in name only when it looks like one or exists.</summary>
    private static async Task<(byte[]? Body, string? Error)> ReadAsync(string task, CancellationToken token)
    {
        if (string.Equals(task, "-", StringComparison.Ordinal))
        {
            await using Stream input = Console.OpenStandardInput();
            return await InputFile.ReadAsync(input, "standard input", MaximumManifestBytes, token);
        }

        bool isPath = Path.Exists(task) || task.Contains('/') || task.Contains('\\') || Path.HasExtension(task);
        if (isPath) return await InputFile.ReadAsync(task, MaximumManifestBytes, token);
        return (Encoding.UTF8.GetBytes(new JsonObject { ["builtIn"] = task }.ToJsonString()), null);
    }
}
