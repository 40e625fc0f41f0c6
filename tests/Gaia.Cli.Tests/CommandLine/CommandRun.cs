using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;

namespace Gaia.Cli.Tests.CommandLine;

/// <summary>One command line as a process would run it, with what it printed.</summary>
internal sealed record CommandRun(int Exit, string Output, string Error)
{
    /// <summary>The one JSON object on the one line of standard output.</summary>
    public JsonElement Json
    {
        get
        {
            string line = Assert.Single(Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            JsonElement root = JsonDocument.Parse(line).RootElement.Clone();
            Assert.Equal(JsonValueKind.Object, root.ValueKind);
            return root;
        }
    }

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandRun> OfAsync(params string[] arguments) => InAsync([], Terminal.PlainColumns, arguments);

    /// <summary>Runs in an environment that has only <paramref name="variables"/>, on a terminal of a width.</summary>
    public static async Task<CommandRun> InAsync(
        Dictionary<string, string> variables, int columns, string[] arguments)
    {
        // A directory that does not exist: no node of this machine is ever asked.
        variables.TryAdd("GAIA_DATA", Path.Combine(AppContext.BaseDirectory, "no-such-data"));
        StringWriter output = new();
        StringWriter error = new();
        Terminal terminal = new(output, error, TimeProvider.System)
        {
            Columns = columns, Variable = name => variables.GetValueOrDefault(name),
        };
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60), TimeProvider.System);
        int exit = await GaiaCommandLine.RunAsync(arguments, terminal, limit.Token);
        Assert.False(limit.IsCancellationRequested, "The command did not end within its time.");
        return new CommandRun(exit, output.ToString(), error.ToString());
    }
}
