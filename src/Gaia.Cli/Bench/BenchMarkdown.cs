using System.Globalization;
using System.Text;
using Gaia.Cli.Terminals;

namespace Gaia.Cli.Bench;

/// <summary>The figures as a page of the documentation.</summary>
internal static class BenchMarkdown
{
    public static string Write(WorldBenchReport report)
    {
        StringBuilder page = new();
        page.Append("# Speed of the worlds\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Written by `gaianode bench worlds{Flags(report)}`");
        page.Append(CultureInfo.InvariantCulture, $" on {report.Date:yyyy-MM-dd}, version {report.Version}.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"* Machine: {report.Machine}\n");
        page.Append(CultureInfo.InvariantCulture, $"* {report.Seconds:0.#} s for each figure");
        page.Append(" after a warm-up; resets are part of the time.\n");
        page.Append("* Workloads: `random` actions; `mlp`, networks of 16 tanh units with random weights; ");
        page.Append("`heuristic`, the controller that Gymnasium brings along.\n");
        page.Append("* Forms: `scalar` is the judge, `simd` runs eight episodes in the lanes of a core;");
        page.Append(" both give the same bits.\n");
        AppendComparison(page, report);
        page.Append('\n');
        AppendTable(page, report);
        return page.ToString();
    }

    private static void AppendComparison(StringBuilder page, WorldBenchReport report)
    {
        if (report.Gymnasium is not { } compared) return;
        page.Append(compared.Versions is { } versions
            ? $"* Compared with {versions}: whole `gymnasium.make` environments with the same arguments, seeds and "
                + "weights, as many processes as threads, on the same machine right after ours.\n"
            : "* Nothing to compare with: no Python with Gymnasium was found.\n");
        foreach (WorldFailure failure in compared.Failures)
            page.Append(CultureInfo.InvariantCulture, $"* {failure.World}, {failure.Workload}: {failure.Message}\n");
    }

    private static void AppendTable(StringBuilder page, WorldBenchReport report)
    {
        bool isCompared = BenchTable.IsCompared(report);
        bool hasSeveral = report.HasSeveralThreadCounts;
        page.Append("| world | workload | form | threads | steps/s | episodes/s |");
        if (hasSeveral) page.Append(" threads ratio |");
        page.Append(isCompared ? " Gymnasium steps/s | Gymnasium episodes/s | steps ratio | episodes ratio |\n" : "\n");
        page.Append("| --- | --- | --- | ---: | ---: | ---: |");
        if (hasSeveral) page.Append(" ---: |");
        page.Append(isCompared ? " ---: | ---: | ---: | ---: |\n" : "\n");
        foreach (BenchRow row in report.Results)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {row.World} | {row.Workload} | {row.Form} | {row.Threads} ");
            AppendCells(page, Numbers.Rate(row.StepsPerSecond), Numbers.Rate(row.EpisodesPerSecond));
            if (hasSeveral) AppendCells(page, BenchTable.Scaling(row.ThreadsRatio));
            if (isCompared)
            {
                AppendCells(
                    page,
                    BenchTable.RateOrNone(row.Gymnasium?.StepsPerSecond),
                    BenchTable.RateOrNone(row.Gymnasium?.EpisodesPerSecond),
                    BenchTable.Ratio(row.StepsRatio),
                    BenchTable.Ratio(row.EpisodesRatio));
            }

            page.Append("|\n");
        }
    }

    private static void AppendCells(StringBuilder page, params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells) page.Append("| ").Append(cell).Append(' ');
    }

    /// <summary>What to type for the same page, whatever the defaults are.</summary>
    private static string Flags(WorldBenchReport report)
    {
        string[] worlds = [.. report.Results.Select(row => row.World).Distinct(StringComparer.Ordinal)];
        string[] forms = [.. report.Results.Select(row => row.Form).Distinct(StringComparer.Ordinal)];
        string world = worlds.Length == 1 ? $" --world {worlds[0]}" : "";
        string form = forms.Length == 1 ? forms[0] : "both";
        string against = report.Gymnasium is null ? "" : " --against gymnasium";
        string seconds = report.Seconds.ToString("0.###", CultureInfo.InvariantCulture);
        return $"{world} --form {form} --threads {Threads(report)} --seconds {seconds}{against} --markdown FILE";
    }

    private static string Threads(WorldBenchReport report) =>
        string.Join(',', report.Results.Select(row => row.Threads).Distinct().Order());
}
