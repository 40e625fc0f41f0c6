using System.CommandLine;
using Gaia.Cli.Api;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;

namespace Gaia.Cli.Status;

/// <summary><c>gaianode status</c>: what the node does now, and what is wrong.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(1);

    public static Command Create(Terminal terminal)
    {
        Command command = new("status", "Show what the running node does, and what is wrong. Exit 4 when unhealthy.");
        DaemonCommand daemon = new(command, terminal);
        Option<bool> watch = new("--watch") { Description = "Show it again every second until Ctrl-C." };
        command.Options.Add(watch);
        command.SetAction((parsed, token) => daemon.RunAsync(parsed, client => parsed.GetValue(watch)
            ? WatchAsync(terminal, daemon, client, daemon.IsJson(parsed), token)
            : OnceAsync(terminal, daemon, client, daemon.IsJson(parsed), token)));
        return command.WithExamples("gaianode status", "gaianode status --watch", "gaianode status --json");
    }

    private static async Task<int> OnceAsync(
        Terminal terminal, DaemonCommand daemon, ApiClient client, bool json, CancellationToken token)
    {
        ApiAnswer<NodeStatus> answer = await client.GetAsync("/v1/status", ApiJson.Default.NodeStatus, token);
        if (answer.Value is null) return await daemon.FailAsync(answer.Failure!);
        if (json) await terminal.Out.WriteLineAsync(answer.Body);
        else terminal.Rich.Write(StatusPanel.Render(answer.Value, terminal.Rich.Profile.Width));
        return ExitOf(answer.Value);
    }

    private static async Task<int> WatchAsync(
        Terminal terminal, DaemonCommand daemon, ApiClient client, bool json, CancellationToken token)
    {
        try
        {
            return json || !terminal.IsInteractive
                ? await RepeatAsync(terminal, daemon, client, json, token)
                : await LiveAsync(terminal, daemon, client, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Ctrl-C is how a watch ends.
            return ExitCode.Ok;
        }
    }

    private static async Task<int> LiveAsync(
        Terminal terminal, DaemonCommand daemon, ApiClient client, CancellationToken token)
    {
        ApiFailure? failure = null;
        await terminal.Rich.Live(new Text("")).StartAsync(async live =>
        {
            while (true)
            {
                var answer = await client.GetAsync("/v1/status", ApiJson.Default.NodeStatus, token);
                failure = answer.Failure;
                if (answer.Value is null) return;
                live.UpdateTarget(StatusPanel.Render(answer.Value, terminal.Rich.Profile.Width));
                await Task.Delay(WatchInterval, terminal.Time, token);
            }
        });
        return failure is null ? ExitCode.Ok : await daemon.FailAsync(failure);
    }

    private static async Task<int> RepeatAsync(
        Terminal terminal, DaemonCommand daemon, ApiClient client, bool json, CancellationToken token)
    {
        while (true)
        {
            int exit = await OnceAsync(terminal, daemon, client, json, token);
            if (exit is ExitCode.DaemonUnreachable or ExitCode.Failed) return exit;
            if (OutputPipe.IsClosed) return ExitCode.Ok;
            await Task.Delay(WatchInterval, terminal.Time, token);
        }
    }

    private static int ExitOf(NodeStatus status) =>
        string.Equals(status.Health, "ok", StringComparison.Ordinal) ? ExitCode.Ok : ExitCode.Unhealthy;
}
