using System.CommandLine;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;

namespace Gaia.Cli.Tests.CommandLine;

public sealed class HelpTests
{
    /// <summary>Commands that print something a script may want to read.</summary>
    private static readonly string[] Reading =
    [
        "demo", "status", "id", "peers", "task publish", "task list", "task show", "export", "train", "evaluate",
        "worlds", "bench worlds",
    ];

    [Fact]
    public async Task Help_OfEveryCommand_HasDescriptionAndAnExampleOfItself()
    {
        foreach (string path in Paths())
        {
            CommandRun run = await CommandRun.OfAsync([.. Words(path), "--help"]);
            Assert.Equal(ExitCode.Ok, run.Exit);
            Assert.Empty(run.Error);
            Assert.Contains("Description:", run.Output, StringComparison.Ordinal);
            string examples = run.Output[run.Output.IndexOf("Example", StringComparison.Ordinal)..];
            Assert.Contains($"  gaianode {path}".TrimEnd(), examples, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Json_IsAnOptionOfEveryReadingCommand()
    {
        string[] without =
        [
            .. from path in Reading
               where !Find(path).Options.Any(option => option.Name is "--json")
               select path,
        ];
        Assert.Empty(without);
    }

    [Fact]
    public void Options_OfEveryCommand_AreDescribed()
    {
        string[] silent =
        [
            .. from path in Paths()
               from symbol in Find(path).Options.Cast<Symbol>().Concat(Find(path).Arguments)
               where string.IsNullOrWhiteSpace(symbol.Description)
               select $"{path} {symbol.Name}",
        ];
        Assert.Empty(silent);
    }

    [Fact]
    public async Task NoArguments_PrintsHelp()
    {
        CommandRun run = await CommandRun.OfAsync();
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("gaianode demo", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Version_IsOneLine()
    {
        CommandRun run = await CommandRun.OfAsync("--version");
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    private static string[] Words(string path) => path.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Command Find(string path)
    {
        Command at = Root();
        foreach (string word in Words(path)) at = at.Subcommands.Single(command => command.Name == word);
        return at;
    }

    private static IEnumerable<string> Paths() => Below(Root(), "");

    private static IEnumerable<string> Below(Command command, string path) =>
        command.Subcommands.SelectMany(child => Below(child, (path + " " + child.Name).Trim())).Prepend(path);

    private static RootCommand Root() =>
        GaiaCommandLine.Build(new Terminal(TextWriter.Null, TextWriter.Null, TimeProvider.System));
}
