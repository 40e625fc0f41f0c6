using System.CommandLine;
using Gaia.Cli.Api;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;

namespace Gaia.Cli.Peers;

/// <summary><c>gaianode peers</c>: who this node is linked to, and whom it knows.</summary>
internal static class PeersCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("peers", "List linked and known peers.");
        DaemonCommand daemon = new(command, terminal);
        command.SetAction((parsed, token) => daemon.RunAsync(parsed, async client =>
        {
            var answer = await client.GetAsync("/v1/peers", ApiJson.Default.PeersView, token);
            if (answer.Value is null) return await daemon.FailAsync(answer.Failure!);
            if (daemon.IsJson(parsed)) await terminal.Out.WriteLineAsync(answer.Body);
            else terminal.Rich.Write(Render(answer.Value, terminal.Rich.Profile.Width));
            return ExitCode.Ok;
        }));
        return command.WithExamples("gaianode peers", "gaianode peers --json");
    }

    private static Table Render(PeersView peers, int columns)
    {
        Table table = FittingTable.Create(columns, "node", "link", "since", "address");
        foreach (ActivePeerView peer in peers.Active)
        {
            table.AddRow(
                Markup.Escape(Numbers.Short(peer.NodeId)),
                Markup.Escape(peer.Direction),
                Numbers.Duration(peer.ConnectedSeconds),
                Markup.Escape(Endpoint(peer.Address)));
        }

        HashSet<string> linked = [.. peers.Active.Select(peer => peer.NodeId)];
        foreach (KnownPeerView peer in peers.Known.Where(peer => !linked.Contains(peer.NodeId)))
        {
            string id = Markup.Escape(Numbers.Short(peer.NodeId));
            table.AddRow(id, "known", "-", Markup.Escape(Endpoint(peer.Address)));
        }

        return table;
    }

    /// <summary>Host and port: the id stands in the first column already.</summary>
    private static string Endpoint(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
