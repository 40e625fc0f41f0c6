using System.CommandLine;
using Gaia.Cli.Api;
using Gaia.Evaluation;

namespace Gaia.Cli.CommandLine;

/// <summary>Options that several commands share, made anew for each command.</summary>
internal static class CommonOptions
{
    private const int MaximumThreads = Evaluators.MaxThreads;

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

    /// <summary>An empty name would ask for a list, not for one thing.</summary>
    public static void AcceptNonEmpty(this Argument<string> argument) => argument.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{argument.Name}: allowed is a name or an id, not an empty text");
    });

    /// <summary>Evaluation threads; results do not depend on them.</summary>
    public static Option<int> Threads()
    {
        Option<int> threads = new("--threads")
        {
            Description = "Threads that run episodes. Results do not depend on it.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        return threads.Within(1, MaximumThreads);
    }
}
