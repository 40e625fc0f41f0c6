using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Gaia.Cli.CommandLine;

/// <summary>An option that no command has and that the parser took for an argument, such as a name or a file.</summary>
internal static class StrayOption
{
    private const string EndOfOptions = "--";

    /// <summary>The first; null where there is none, or where <c>--</c> says that all are arguments.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => token.Value == EndOfOptions)) return null;
        return parsed.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .FirstOrDefault(IsOption);
    }

    /// <summary>A lone dash is a file and a dash before digits is a number.</summary>
    private static bool IsOption(string word) => word.Length > 1
        && word[0] == '-'
        && !double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
