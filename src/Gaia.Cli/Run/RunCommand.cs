using System.CommandLine;
using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Hosting;
using Microsoft.Extensions.Logging;

namespace Gaia.Cli.Run;

/// <summary><c>gaianode run</c>: one node in this process, until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("run", "Run a node: join the swarm, take part in its tasks, serve the local API.");
        RunOptions options = new(command);
        command.SetAction((parsed, token) => RunAsync(terminal, options, parsed, token));
        return command.WithExamples(
            "gaianode run",
            "gaianode run --data ./n2 --listen 0.0.0.0:0 --api 127.0.0.1:0 --bootstrap gaia://<node id>@<host>:7435");
    }

    private static async Task<int> RunAsync(
        Terminal terminal, RunOptions options, ParseResult parsed, CancellationToken token)
    {
        var read = NodeOptionsReader.Read(
            options.Flags(parsed), Environment.GetEnvironmentVariable, Environment.ProcessorCount);
        if (!read.TryGet(out NodeOptions? node))
        {
            foreach (var error in read.Errors)
                await terminal.Error.WriteLineAsync($"gaianode: {error}");
            return ExitCode.Usage;
        }

        string? log = options.Log(parsed);
        LineLoggerProvider provider;
        try
        {
            provider = log is null
                ? new LineLoggerProvider(terminal.Error, terminal.Time, LogLevel.Information)
                : new LineLoggerProvider(OpenLog(log), terminal.Time, LogLevel.Information, ownsWriter: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await terminal.FailAsync(ExitCode.Failed,
                $"cannot write the log '{log}' ({error.Message.TrimEnd('.')}); choose another file with --log");
        }

        using LoggerFactory loggers = new([provider]);
        return await RunNodeAsync(terminal, options, parsed, node, loggers, token);
    }

    private static async Task<int> RunNodeAsync(
        Terminal terminal,
        RunOptions options,
        ParseResult parsed,
        NodeOptions node,
        LoggerFactory loggers,
        CancellationToken token)
    {
        StartResult started = await GaiaNode.StartAsync(node, terminal.Time, loggers, token);
        if (!started.Succeeded) return await terminal.FailAsync(ExitCode.Failed, started.Failure.Message);
        await using GaiaNode running = started.Node;
        await terminal.Out.WriteLineAsync(options.IsJson(parsed)
            ? JsonSerializer.Serialize(running.Ready, ApiJson.Default.ReadyLine)
            : Describe(running));
        await terminal.Out.FlushAsync(token);
        await WaitAsync(running, options.StopsAtEndOfInput(parsed), token);
        await running.StopAsync();
        return running.StopRequested.IsFaulted
            ? await terminal.FailAsync(ExitCode.Failed, "a part of the node broke; see its log")
            : ExitCode.Ok;
    }

    /// <summary>Waits for a signal, a request over the API, the end of standard input, or a failure.</summary>
    private static async Task WaitAsync(GaiaNode node, bool stopsAtEndOfInput, CancellationToken token)
    {
        TaskCompletionSource signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = token.Register(() => signalled.TrySetResult());
        List<Task> ends = [node.StopRequested, signalled.Task];
        if (stopsAtEndOfInput) ends.Add(EndOfInputAsync(token));
        await Task.WhenAny(ends);
    }

    private static async Task EndOfInputAsync(CancellationToken token)
    {
        byte[] buffer = new byte[256];
        await using Stream input = Console.OpenStandardInput();
        try
        {
            while (await input.ReadAsync(buffer, token) > 0)
            {
                // What is said does not matter, only that somebody is still there.
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // Nobody is there any more.
        }
    }

    private static string Describe(GaiaNode node) => string.Join(
        Environment.NewLine,
        $"node {node.Id.Short} runs; Ctrl-C stops it",
        $"  address  {node.Ready.Address}",
        $"  api      {node.Ready.Api}",
        $"  data     {node.Ready.Data}",
        $"another node joins it with: gaianode run --bootstrap {node.Ready.Address}");

    private static StreamWriter OpenLog(string path) => new(
        Path.GetFullPath(path),
        new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite });
}
