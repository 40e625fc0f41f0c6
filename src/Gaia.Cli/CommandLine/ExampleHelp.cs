using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Gaia.Cli.CommandLine;

/// <summary>Gives every command a section of examples at the end of its help.</summary>
internal static class ExampleHelp
{
    /// <summary>Replaces the command's help option by one that ends with examples.</summary>
    /// <param name="command">Command to extend.</param>
    /// <param name="examples">Command lines as a user types them.</param>
    public static T WithExamples<T>(this T command, params string[] examples)
        where T : Command
    {
        foreach (HelpOption old in command.Options.OfType<HelpOption>().ToArray()) command.Options.Remove(old);
        HelpOption help = new();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
        help.Recursive = false;
        command.Options.Add(help);
        return command;
    }

    private sealed class HelpWithExamples(HelpAction help, string[] examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int exit = help.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
            foreach (string example in examples) output.WriteLine("  " + example);
            return exit;
        }
    }
}
