using System.CommandLine;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;

namespace Gaia.Cli.Bench;

/// <summary><c>gaianode bench</c>: what this machine can do.</summary>
internal static class BenchCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("bench", "Measure this machine.") { BenchWorldsCommand.Create(terminal) };
        return command.WithExamples("gaianode bench worlds");
    }
}
