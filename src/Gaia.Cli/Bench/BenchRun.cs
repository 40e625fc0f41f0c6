using System.Text;
using System.Text.Json;
using Gaia.Cli.Bench.Gymnasium;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Files;
using Gaia.Cli.Terminals;
using Gaia.Evaluation;
using Gaia.Worlds;

namespace Gaia.Cli.Bench;

/// <summary>One benchmark, from the first world to the printed table.</summary>
internal sealed class BenchRun(Terminal terminal, BenchSettings settings)
{
    /// <summary>Measures every figure, ours and then theirs, and prints them.</summary>
    /// <returns>One of <see cref="ExitCode"/>: failed where Gymnasium is there and gave no figures.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Markdown is { } file && OutputFile.Refusal(file) is { } refusal)
            return await terminal.FailAsync(ExitCode.Usage, refusal);
        DateTimeOffset date = terminal.Time.GetUtcNow();
        GymnasiumComparison? comparison = await CompareAsync(cancellationToken);
        List<BenchRow> rows = [];
        foreach (BenchFigure figure in settings.Figures)
        {
            string what = $"{figure.World.Id}, {WorldBenchmark.NameOf(figure.Workload)}, "
                + $"{Evaluators.NameOf(figure.Form)}, {figure.Threads} thread{(figure.Threads == 1 ? "" : "s")}";
            await terminal.Error.WriteLineAsync($"measuring {what} for {settings.Duration.TotalSeconds:0.#} s");
            BenchRow row = await MeasureAsync(figure, comparison, cancellationToken);
            rows.Add(row with { ThreadsRatio = row.OverFewestThreads(rows) });
        }

        WorldBenchReport report = new()
        {
            Version = BuildVersion.Text,
            Date = date,
            Machine = MachineDescription.OfThis(),
            Seconds = settings.Duration.TotalSeconds,
            Results = rows,
            Gymnasium = comparison?.Report,
        };
        return await PrintAsync(report, cancellationToken) is ExitCode.Ok && comparison?.HasFailed is not true
            ? ExitCode.Ok
            : ExitCode.Failed;
    }

    private async Task<GymnasiumComparison?> CompareAsync(CancellationToken cancellationToken)
    {
        if (!settings.AgainstGymnasium) return null;
        GymnasiumComparison comparison = await GymnasiumComparison.FindAsync(
            settings, terminal.Variable("PATH"), terminal.Time, cancellationToken);
        await terminal.Error.WriteLineAsync(comparison.Report.Missing is { } missing
            ? $"gaianode: no Gymnasium to compare with: {missing}"
            : $"comparing with {comparison.Report.Versions}");
        if (comparison.Report.Missing is not null) return comparison;
        foreach (WorldInfo world in settings.Figures.Select(figure => figure.World).Distinct())
        {
            if (GymnasiumWorld.Of(world) is null)
                await terminal.Error.WriteLineAsync($"gaianode: Gymnasium has no {world.Id} to compare with");
        }

        return comparison;
    }

    private async Task<BenchRow> MeasureAsync(
        BenchFigure figure, GymnasiumComparison? comparison, CancellationToken cancellationToken)
    {
        WorldBenchmark benchmark = new(figure.World.Id, terminal.Time)
        {
            Form = figure.Form, Workload = figure.Workload,
        };
        // The episodes block a thread of their own; Ctrl-C reaches them through the token.
        WorldBenchmarkResult result = await Task.Run(
            () => benchmark.Run(figure.Threads, settings.Duration, cancellationToken), CancellationToken.None);
        GymnasiumRate? theirs = comparison is null
            ? null
            : await comparison.MeasureAsync(figure, benchmark.Policies, cancellationToken);
        return new BenchRow
        {
            World = result.World,
            Workload = result.Workload,
            Form = result.Form,
            Threads = result.Threads,
            StepsPerSecond = result.StepsPerSecond,
            EpisodesPerSecond = result.EpisodesPerSecond,
            Gymnasium = theirs,
        };
    }

    private async Task<int> PrintAsync(WorldBenchReport report, CancellationToken cancellationToken)
    {
        if (settings.Json)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(report, BenchJson.Default.WorldBenchReport));
        }
        else
        {
            await terminal.Out.WriteLineAsync(report.Machine.ToString());
            terminal.Rich.Write(BenchTable.Render(report, terminal.Rich.Profile.Width));
        }

        foreach (WorldFailure failure in report.Gymnasium?.Failures ?? [])
            await terminal.Error.WriteLineAsync($"gaianode: {failure.World}, {failure.Workload}: {failure.Message}");
        if (settings.Markdown is null) return ExitCode.Ok;
        byte[] page = Encoding.UTF8.GetBytes(BenchMarkdown.Write(report));
        return await OutputFile.WriteAsync(settings.Markdown, page, cancellationToken) is { } error
            ? await terminal.FailAsync(ExitCode.Failed, error)
            : ExitCode.Ok;
    }
}
