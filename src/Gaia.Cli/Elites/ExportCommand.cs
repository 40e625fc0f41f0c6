using System.CommandLine;
using System.Text;
using System.Text.Json;
using Gaia.Cli.Api;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Files;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Elites;

/// <summary><c>gaianode export</c>: writes an elite as a policy file that runs without this program.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("export", "Write an elite's policy to a file.");
        Argument<string> elite = new("elite")
        {
            Description = "Elite id or an unambiguous beginning of it; or a task's name or id for its best elite.",
        };
        Option<string?> output = new("--output", "-o")
        {
            Description = "File to write. Default: <elite>.policy.json in the current directory; - is standard output.",
            HelpName = "FILE",
        };
        elite.AcceptNonEmpty();
        command.Arguments.Add(elite);
        command.Options.Add(output);
        DaemonCommand daemon = new(command, terminal);
        command.SetAction((parsed, token) => daemon.RunAsync(parsed, client => ExportAsync(
            terminal, daemon, client, parsed.GetValue(elite)!, parsed.GetValue(output), daemon.IsJson(parsed), token)));
        return command.WithExamples("gaianode export lunarlander", "gaianode export 9c41d0 -o lander.policy.json");
    }

    private static async Task<int> ExportAsync(
        Terminal terminal, DaemonCommand daemon, ApiClient client, string name, string? output, bool json,
        CancellationToken token)
    {
        bool isToOutput = string.Equals(output, "-", StringComparison.Ordinal);
        if (!isToOutput && OutputFile.Refusal(output ?? DefaultFile(name)) is { } refusal)
        {
            return await terminal.FailAsync(ExitCode.Usage, refusal);
        }

        var (view, failure) = await FindAsync(client, name, token);
        if (view is null) return await daemon.FailAsync(failure!);
        string path = $"/v1/elites/{view.EliteId}/policy";
        var policy = await client.GetAsync(path, ExportJson.Default.JsonNode, token);
        if (policy.Value is null) return await daemon.FailAsync(policy.Failure!);
        if (isToOutput)
        {
            await terminal.Out.WriteLineAsync(policy.Body);
            return ExitCode.Ok;
        }

        string file = Path.GetFullPath(output ?? DefaultFile(view.EliteId));
        if (await OutputFile.WriteAsync(file, Encoding.UTF8.GetBytes(policy.Body), token) is { } error)
        {
            return await terminal.FailAsync(ExitCode.Failed, error);
        }

        ExportedPolicy exported = new() { File = file, EliteId = view.EliteId, Score = view.Score };
        await terminal.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(exported, ExportJson.Default.ExportedPolicy)
            : $"wrote {file}: elite {Numbers.Short(view.EliteId)}, held-out score {Numbers.Exact(view.Score)}");
        return ExitCode.Ok;
    }

    private static string DefaultFile(string elite) => $"{Numbers.Short(Path.GetFileName(elite))}.policy.json";

    /// <summary>An elite by id; else the best elite of the task of that name, the solved one first.</summary>
    private static async Task<(EliteView? Elite, ApiFailure? Failure)> FindAsync(
        ApiClient client, string name, CancellationToken token)
    {
        string escaped = Uri.EscapeDataString(name);
        var elite = await client.GetAsync("/v1/elites/" + escaped, ApiJson.Default.EliteView, token);
        if (elite.Value is not null || elite.Failure!.StatusCode is not 404) return (elite.Value, elite.Failure);
        var task = await client.GetAsync("/v1/tasks/" + escaped, ApiJson.Default.TaskView, token);
        EliteView? best = task.Value?.Status.SolvedElite ?? task.Value?.Status.BestElite;
        if (task.Failure is { StatusCode: not 404 } failure) return (null, failure);
        string text = task.Value is null
            ? $"no elite is called '{name}' here, and {task.Failure!.Message}: see `gaianode task list`"
            : $"task '{name}' has no elite yet";
        return best is null ? (null, new ApiFailure(404, text, [])) : (best, null);
    }
}
