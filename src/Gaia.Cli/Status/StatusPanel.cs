using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gaia.Cli.Status;

/// <summary>A node's status as a person reads it: facts, then tasks, then what is wrong.</summary>
internal static class StatusPanel
{
    public static IRenderable Render(NodeStatus status, int columns)
    {
        List<IRenderable> rows = [Facts(status)];
        if (status.Tasks.Count > 0) rows.Add(TaskTable.Render(status.Tasks, columns));
        else rows.Add(new Markup("No task yet: [bold]gaianode task publish lunarlander[/]"));
        rows.AddRange(status.Reasons.Select(reason => new Markup("[yellow]![/] " + Markup.Escape(reason))));
        return new Rows(rows);
    }

    private static Grid Facts(NodeStatus status)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        Add(grid, "node", $"{status.ShortId}  {status.Version}  network {status.Network}");
        Add(grid, "address", status.Address);
        Add(grid, "health", status.Health + ", up " + Numbers.Duration(status.UptimeSeconds));
        Add(grid, "peers", $"{status.Peers.Active} linked, {status.Peers.Known} known");
        Add(grid, "joining", Bootstrap(status.Bootstrap));
        Add(grid, "compute", $"{status.Compute.Threads} threads, {status.Compute.Form} form");
        Add(grid, "elites", Exchange(status.Exchange));
        if (status.Refused.Count > 0) Add(grid, "refused", Counts(status.Refused));
        return grid;
    }

    private static string Bootstrap(BootstrapView view)
    {
        string text = view.Step;
        if (view.Error is null) return text;
        text += $" failed: {view.Error}";
        if (view.Address is not null) text += $" ({view.Address})";
        if (view.NextAttemptSeconds is { } next) text += $"; attempt {view.Attempts + 1} in {next:0} s";
        return text;
    }

    private static string Exchange(ExchangeView view)
    {
        string text = $"{view.Sent} sent, {view.Accepted} accepted, {view.Rejected} rejected";
        if (view.RejectedByReason.Count > 0) text += " (" + Counts(view.RejectedByReason) + ")";
        if (view.Liars.Count > 0) text += "; false scores from " + string.Join(", ", view.Liars.Select(Numbers.Short));
        return text;
    }

    private static string Counts(IReadOnlyDictionary<string, long> counts) => string.Join(
        ", ", counts.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));

    private static void Add(Grid grid, string name, string value) =>
        grid.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(value));
}
