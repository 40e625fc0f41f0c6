using System.Globalization;
using Gaia.Cli.Terminals;
using Spectre.Console;

namespace Gaia.Cli.Bench;

/// <summary>One row a figure, for a terminal.</summary>
internal static class BenchTable
{
    public static Table Render(WorldBenchReport report, int columns)
    {
        bool isNarrow = FittingTable.IsNarrow(columns);
        bool isCompared = report.Gymnasium is not null;
        List<(string Title, Func<BenchRow, string> Cell)> all =
        [
            ("world", row => row.World),
            ("workload", row => row.Workload),
            ("form", row => row.Form),
            (">steps/s", row => Numbers.Rate(row.StepsPerSecond)),
            (">episodes/s", row => Numbers.Rate(row.EpisodesPerSecond)),
        ];
        bool hasSeveral = report.HasSeveralThreadCounts;
        if (!isNarrow || hasSeveral)
            all.Insert(3, (isNarrow ? ">thr." : ">threads", row => Numbers.Count(row.Threads)));
        if (hasSeveral) all.Add((isNarrow ? ">scale" : ">threads ratio", row => Scaling(row.ThreadsRatio)));
        if (isCompared)
        {
            all.Add((isNarrow ? ">gym." : ">gymnasium steps/s", row => RateOrNone(row.Gymnasium?.StepsPerSecond)));
            if (!isNarrow)
                all.Add((">gymnasium episodes/s", row => RateOrNone(row.Gymnasium?.EpisodesPerSecond)));
            all.Add((isNarrow ? ">ratio" : ">steps ratio", row => Ratio(row.StepsRatio)));
            if (!isNarrow) all.Add((">episodes ratio", row => Ratio(row.EpisodesRatio)));
        }

        Table table = FittingTable.Create(columns, all.Select(column => column.Title));
        foreach (BenchRow row in report.Results)
            table.AddRow([.. all.Select(column => new Text(column.Cell(row)))]);
        return table;
    }

    /// <summary>A factor with a digit after the point where it is small: <c>x8.4</c>, <c>x512</c>.</summary>
    internal static string Ratio(double? ratio) => ratio is { } factor ? "x" + Numbers.Rate(factor) : "-";

    /// <summary>A factor with two digits after the point: <c>x1.97</c>.</summary>
    internal static string Scaling(double? ratio) =>
        ratio is { } factor ? string.Create(CultureInfo.InvariantCulture, $"x{factor:0.00}") : "-";

    internal static string RateOrNone(double? rate) => rate is { } value ? Numbers.Rate(value) : "-";
}
