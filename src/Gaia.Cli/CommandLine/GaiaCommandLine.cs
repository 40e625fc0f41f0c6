using System.CommandLine;
using System.CommandLine.Parsing;
using Gaia.Cli.Terminals;
using Gaia.Core.Results;

namespace Gaia.Cli.CommandLine;

/// <summary>The command tree of `gaianode`, and how a line is run against it.</summary>
internal static class GaiaCommandLine
{
    /// <summary>Parses and runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        // An argument that begins with @ is an argument, not a file of arguments.
        ParserConfiguration parser = new() { ResponseFileTokenReplacer = null };
        ParseResult parsed = Build(terminal).Parse(arguments.Length == 0 ? ["--help"] : arguments, parser);
        if (parsed.Errors.Count > 0 || StrayOption.Of(parsed) is not null)
        {
            foreach (string line in Complaints(parsed)) await terminal.FailAsync(ExitCode.Usage, line);
            await terminal.Error.WriteLineAsync($"gaianode: see `{PathOf(parsed.CommandResult)} --help`");
            return ExitCode.Usage;
        }

        InvocationConfiguration configuration = new()
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Signals are the terminal's: every command gets the one token and ends by itself.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Failed;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A full disk behind standard output, a directory that vanished: the machine's fault, in one line.
            return await terminal.FailAsync(ExitCode.Failed, OneLine(error.Message));
        }
    }

    /// <summary>Every error on its line; a word that nothing is called by comes with the names that are near.</summary>
    private static IEnumerable<string> Complaints(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0 && command.Subcommands.Count > 0)
        {
            // The rest of the line belongs to a command that is not known: one complaint is enough.
            string word = parsed.UnmatchedTokens[0];
            return [word.StartsWith('-')
                ? NoOption(command, word)
                : $"there is no command '{word}'{NearNames.Question(word, NamesOf(command, word))}"];
        }

        if (StrayOption.Of(parsed) is { } stray) return [NoOption(command, stray)];
        return parsed.Errors.Select(error => OneLine(error.Message)).Select(line =>
            parsed.UnmatchedTokens.FirstOrDefault(word => line.EndsWith($"'{word}'.", StringComparison.Ordinal)) switch
            {
                null => line,
                ['-', ..] option => NoOption(command, option),
                { } unknown => line.TrimEnd('.') + NearNames.Question(unknown, NamesOf(command, unknown)),
            });
    }

    private static string NoOption(Command command, string word)
    {
        string name = word.Split('=')[0];
        return $"there is no option '{name}'{NearNames.Question(name, NamesOf(command, word))}";
    }

    private static IEnumerable<string> NamesOf(Command command, string word) => word.StartsWith('-')
        ? command.Options.Where(option => !option.Hidden).Select(option => option.Name)
        : command.Subcommands.Where(child => !child.Hidden).Select(child => child.Name);

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string PathOf(CommandResult result) => result.Parent is CommandResult parent
        ? PathOf(parent) + " " + result.Command.Name
        : "gaianode";

    /// <summary>The whole tree, every command with its help and its examples.</summary>
    internal static RootCommand Build(Terminal terminal)
    {
        RootCommand root = new("A peer-to-peer swarm that trains neural networks without backpropagation.")
        {
            Demo.DemoCommand.Create(terminal),
            Run.RunCommand.Create(terminal),
            Status.StatusCommand.Create(terminal),
            Identity.IdCommand.Create(terminal),
            Peers.PeersCommand.Create(terminal),
            Tasks.TaskCommand.Create(terminal),
            Elites.ExportCommand.Create(terminal),
            Train.TrainCommand.Create(terminal),
            Evaluate.EvaluateCommand.Create(terminal),
            Catalogue.WorldsCommand.Create(terminal),
            Bench.BenchCommand.Create(terminal),
        };
        return root.WithExamples(
            "gaianode demo",
            "gaianode run --bootstrap gaia://<node id>@<host>:7435",
            "gaianode status --watch");
    }
}
