using System.CommandLine;
using Gaia.Cli.Api;

namespace Gaia.Cli.CommandLine;

/// <summary>Options that several commands share, made anew for each command.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json")
    {
        Description = "Print one JSON object on one line to standard output.",
    };

    public static Option<string?> Data() => new("--data")
    {
        Description = "Data directory of the node. Default: GAIA_DATA, else the XDG data directory.",
        HelpName = "DIR",
    };

    public static Option<string?> Api() => new("--api")
    {
        Description = "Address of the daemon's API. Default: GAIA_API, the running node's endpoint file, "
            + EndpointLocator.DefaultApi + ".",
        HelpName = "HOST:PORT",
    };
}
