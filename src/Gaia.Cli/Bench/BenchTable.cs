using System.Globalization;
using Gaia.Cli.Terminals;
using Spectre.Console;

namespace Gaia.Cli.Bench;

/// <summary>One row a figure, for a terminal.</summary>
internal static class BenchTable
{
    /// <summary>Left out one after the other where there is no room: a number is never cut or wrapped.</summary>
    private static readonly string[] Droppable = [">episodes/s", ">gym.", ">scale", "form"];

    public static Table Render(WorldBenchReport report, int columns)
    {
        if (!FittingTable.IsNarrow(columns) && Fill(false, columns, Wide(report), report) is { } wide) return wide;
        List<(string Title, Func<BenchRow, string> Cell)> compact = Compact(report);
        foreach (string title in Droppable)
        {
            if (Fill(true, columns, compact, report) is { } table) return table;
            compact.RemoveAll(column => column.Title == title);
        }

        return Fill(true, int.MaxValue, compact, report)!;
    }

    /// <summary>A row of Gymnasium's is there to compare with.</summary>
    internal static bool IsCompared(WorldBenchReport report) => report.Results.Any(row => row.Gymnasium is not null);

    private static List<(string Title, Func<BenchRow, string> Cell)> Wide(WorldBenchReport report)
    {
        List<(string Title, Func<BenchRow, string> Cell)> all =
        [
            ("world", row => row.World),
            ("workload", row => row.Workload),
            ("form", row => row.Form),
            (">threads", row => Numbers.Count(row.Threads)),
            (">steps/s", row => Numbers.Rate(row.StepsPerSecond)),
            (">episodes/s", row => Numbers.Rate(row.EpisodesPerSecond)),
        ];
        if (report.HasSeveralThreadCounts) all.Add((">threads ratio", row => Scaling(row.ThreadsRatio)));
        if (!IsCompared(report)) return all;
        all.Add((">gymnasium steps/s", row => RateOrNone(row.Gymnasium?.StepsPerSecond)));
        all.Add((">gymnasium episodes/s", row => RateOrNone(row.Gymnasium?.EpisodesPerSecond)));
        all.Add((">steps ratio", row => Ratio(row.StepsRatio)));
        all.Add((">episodes ratio", row => Ratio(row.EpisodesRatio)));
        return all;
    }

    private static List<(string Title, Func<BenchRow, string> Cell)> Compact(WorldBenchReport report)
    {
        List<(string Title, Func<BenchRow, string> Cell)> all =
        [
            ("world", row => row.World),
            ("workload", row => row.Workload),
            ("form", row => row.Form),
            (">steps/s", row => Numbers.Rate(row.StepsPerSecond)),
            (">episodes/s", row => Numbers.Rate(row.EpisodesPerSecond)),
        ];
        if (report.HasSeveralThreadCounts)
        {
            all.Insert(3, (">thr.", row => Numbers.Count(row.Threads)));
            all.Add((">scale", row => Scaling(row.ThreadsRatio)));
        }

        if (!IsCompared(report)) return all;
        all.Add((">gym.", row => RateOrNone(row.Gymnasium?.StepsPerSecond)));
        all.Add((">ratio", row => Ratio(row.StepsRatio)));
        return all;
    }

    /// <summary>The table, or null where a cell has no room.</summary>
    private static Table? Fill(
        bool narrow, int columns, List<(string Title, Func<BenchRow, string> Cell)> all, WorldBenchReport report)
    {
        string[] titles = [.. all.Select(column => column.Title)];
        string[][] rows = [.. report.Results.Select(row => all.Select(column => column.Cell(row)).ToArray())];
        if (!FittingTable.Fits(narrow, columns, titles, rows)) return null;
        Table table = FittingTable.Create(narrow, titles);
        foreach (string[] row in rows) table.AddRow([.. row.Select(cell => new Text(cell))]);
        return table;
    }

    /// <summary>A factor with a digit after the point where it is small: <c>x8.4</c>, <c>x512</c>.</summary>
    internal static string Ratio(double? ratio) => ratio is { } factor ? "x" + Numbers.Rate(factor) : "-";

    /// <summary>A factor with two digits after the point: <c>x1.97</c>.</summary>
    internal static string Scaling(double? ratio) =>
        ratio is { } factor ? string.Create(CultureInfo.InvariantCulture, $"x{factor:0.00}") : "-";

    internal static string RateOrNone(double? rate) => rate is { } value ? Numbers.Rate(value) : "-";
}
