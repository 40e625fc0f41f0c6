using System.Text;
using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Files;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;

namespace Gaia.Cli.Demo;

/// <summary>One demo from the start of the nodes to the exported policy.</summary>
internal sealed class DemoRun(Terminal terminal, DemoSettings settings)
{
    private static readonly TimeSpan ReadInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);
    private IReadOnlyList<DemoNodeView> _nodes = [];
    private TimeSpan _nextLine = TimeSpan.Zero;
    private long _started;

    private bool IsLive => terminal.IsInteractive && !settings.Json;

    /// <summary>Starts, watches, exports, reports, and ends what it started.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        string file = settings.Output ?? DemoSettings.Task + ".policy.json";
        if (OutputFile.Refusal(file) is { } refusal) return await terminal.FailAsync(ExitCode.Usage, refusal);
        _started = terminal.Time.GetTimestamp();
        await terminal.Error.WriteLineAsync("starting three nodes on loopback");
        var (swarm, error) = await DemoSwarm.StartAsync(settings, terminal.Time, cancellationToken);
        if (swarm is null) return await terminal.FailAsync(ExitCode.Failed, error!);
        await using (swarm)
        {
            if (await swarm.PublishAsync(cancellationToken) is { } failure)
            {
                return await terminal.FailAsync(ExitCode.Failed, "node 1 refused the task: " + failure.Message);
            }

            await terminal.Error.WriteLineAsync("node 1 published " + DemoSettings.Task);
            EliteView? elite = await WatchAsync(swarm, cancellationToken);
            DemoResult result = await ConcludeAsync(swarm, elite, cancellationToken);
            await ReportAsync(swarm, result);
            if (settings.Keep) swarm.Release();
            return result.Solved && result.Policy is not null ? ExitCode.Ok : ExitCode.Failed;
        }
    }

    private async Task<EliteView?> WatchAsync(DemoSwarm swarm, CancellationToken cancellationToken)
    {
        if (!IsLive) return await PollAsync(swarm, PrintLinesAsync, cancellationToken);
        EliteView? elite = null;
        await terminal.Rich.Live(new Text("")).StartAsync(async live =>
        {
            elite = await PollAsync(
                swarm,
                () =>
                {
                    string caption = Numbers.Duration(Elapsed().TotalSeconds) + ", Ctrl-C stops all";
                    live.UpdateTarget(DemoTable.Render(_nodes, caption, terminal.Rich.Profile.Width));
                    return Task.CompletedTask;
                },
                cancellationToken);
        });
        return elite;
    }

    private async Task<EliteView?> PollAsync(DemoSwarm swarm, Func<Task> show, CancellationToken cancellationToken)
    {
        while (Elapsed() < settings.Limit)
        {
            _nodes = await swarm.ReadAsync(cancellationToken);
            await show();
            if (DemoVerdict.Find(_nodes) is { } elite) return elite;
            if (swarm.Nodes.FirstOrDefault(node => node.HasExited) is { } lost)
            {
                await terminal.FailAsync(
                    ExitCode.Failed, $"node {Numbers.Short(lost.Ready.NodeId)} has ended by itself: {lost.LastWords}");
                return null;
            }

            await Task.Delay(ReadInterval, terminal.Time, cancellationToken);
        }

        return null;
    }

    private async Task PrintLinesAsync()
    {
        if (Elapsed() < _nextLine) return;
        _nextLine = Elapsed() + LineInterval;
        TextWriter writer = settings.Json ? terminal.Error : terminal.Out;
        foreach (DemoNodeView node in _nodes)
        {
            await writer.WriteLineAsync($"{Elapsed().TotalSeconds,6:0.0} s  {DemoTable.Line(node)}");
        }
    }

    private async Task<DemoResult> ConcludeAsync(
        DemoSwarm swarm, EliteView? elite, CancellationToken cancellationToken)
    {
        double seconds = Elapsed().TotalSeconds;
        string? policy = elite is null ? null : await ExportAsync(swarm, elite, cancellationToken);
        return new DemoResult
        {
            Solved = elite is not null,
            Seconds = Math.Round(seconds, 3),
            Evaluations = _nodes.Sum(node => node.Task?.Status.Evaluations ?? 0),
            EnvironmentSteps = _nodes.Sum(node => node.Task?.Status.EnvironmentSteps ?? 0),
            Score = elite?.Score,
            Rescore = elite?.Rescore,
            EliteId = elite?.EliteId,
            Policy = policy,
            Nodes =
            [
                .. _nodes.Select(node => new DemoNodeResult(
                    node.NodeId,
                    node.Status?.Peers.Active ?? 0,
                    node.Task?.Status.ElitesSent ?? 0,
                    node.Task?.Status.ElitesAccepted ?? 0,
                    node.Task?.Status.ElitesRejected ?? 0)),
            ],
        };
    }

    private async Task<string?> ExportAsync(DemoSwarm swarm, EliteView elite, CancellationToken cancellationToken)
    {
        string path = $"/v1/elites/{elite.EliteId}/policy";
        var policy = await swarm.Nodes[0].Client.GetAsync(path, DemoJson.Default.JsonNode, cancellationToken);
        if (policy.Value is null)
        {
            await terminal.Error.WriteLineAsync("gaianode: the policy could not be read: " + policy.Failure!.Message);
            return null;
        }

        string name = $"{DemoSettings.Task}-{Numbers.Short(elite.EliteId)}.policy.json";
        string file = Path.GetFullPath(settings.Output ?? name);
        byte[] content = Encoding.UTF8.GetBytes(policy.Body);
        if (await OutputFile.WriteAsync(file, content, cancellationToken) is not { } error) return file;
        await terminal.FailAsync(ExitCode.Failed, error);
        return null;
    }

    private async Task ReportAsync(DemoSwarm swarm, DemoResult result)
    {
        if (settings.Json)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(result, DemoJson.Default.DemoResult));
        }
        else
        {
            foreach (string line in DemoReport.Lines(result)) await terminal.Out.WriteLineAsync(line);
        }

        if (!settings.Keep) return;
        string pids = string.Join(' ', swarm.Nodes.Select(node => node.Ready.Pid));
        await terminal.Error.WriteLineAsync($"the nodes run on; their data is in {swarm.DataRoot}");
        await terminal.Error.WriteLineAsync($"look: gaianode status --data {swarm.Nodes[0].Ready.Data} --watch");
        await terminal.Error.WriteLineAsync($"stop: kill {pids}");
    }

    private TimeSpan Elapsed() => terminal.Time.GetElapsedTime(_started);
}
