using System.CommandLine;
using Gaia.Cli.CommandLine;
using Gaia.Node.Hosting;

namespace Gaia.Cli.Run;

/// <summary>The options of <c>gaianode run</c>, checked together by the node, so that every error shows.</summary>
internal sealed class RunOptions
{
    private readonly Option<string?> _data = CommonOptions.Data();

    private readonly Option<string?> _listen = Text(
        "--listen",
        "HOST:PORT",
        $"Where peers reach this node; port 0 is any free port. Default: {NodeOptions.DefaultListen}.");

    private readonly Option<string?> _api = Text(
        "--api", "HOST:PORT", $"Where the local API listens, on loopback. Default: {NodeOptions.DefaultApi}.");

    private readonly Option<string[]> _bootstrap = new("--bootstrap")
    {
        Description = "Address of a peer to ask first: gaia://<node id>@<host>:<port>. May be given several times.",
        HelpName = "ADDRESS",
    };

    private readonly Option<string?> _network = Text(
        "--network", "NAME", "Name of the network; nodes of two networks refuse each other. Default: gaia-main.");

    private readonly Option<string?> _threads = Text(
        "--threads", "N", "Threads that run episodes. Results do not depend on it. Default: every core.");

    private readonly Option<string?> _advertise = Text(
        "--advertise", "HOST", "Host that others are told when the node listens on every address.");

    private readonly Option<string?> _limitAddresses = Text(
        "--limit-addresses",
        "on|off|auto",
        "Whether connections from one IP address are limited. Default: auto, which is off on loopback and else on.");

    private readonly Option<string?> _log = Text(
        "--log", "FILE", "Append the log to a file instead of standard error.");

    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<bool> _stopAtEndOfInput = new("--stop-at-end-of-input")
    {
        Description = "Stop when standard input ends.",
        Hidden = true,
    };

    public RunOptions(Command command)
    {
        foreach (Option option in (Option[])
            [
                _data, _listen, _api, _bootstrap, _network, _threads, _advertise, _limitAddresses, _log, _json,
                _stopAtEndOfInput,
            ])
        {
            command.Options.Add(option);
        }
    }

    public NodeFlags Flags(ParseResult parsed) => new()
    {
        Data = parsed.GetValue(_data),
        Listen = parsed.GetValue(_listen),
        Api = parsed.GetValue(_api),
        Bootstrap = parsed.GetValue(_bootstrap) ?? [],
        Network = parsed.GetValue(_network),
        Threads = parsed.GetValue(_threads),
        Advertise = parsed.GetValue(_advertise),
        LimitAddresses = parsed.GetValue(_limitAddresses),
    };

    public string? Log(ParseResult parsed) => parsed.GetValue(_log);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public bool StopsAtEndOfInput(ParseResult parsed) => parsed.GetValue(_stopAtEndOfInput);

    private static Option<string?> Text(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
    };
}
