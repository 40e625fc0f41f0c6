using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gaia.Evaluation;

namespace Gaia.Cli.Bench;

/// <summary>The option for one count of threads or several, each of which is measured.</summary>
internal static class ThreadCounts
{
    /// <summary>Most counts in one call.</summary>
    private const int MaximumCounts = 16;

    public static Option<int[]> Create() => new("--threads")
    {
        Description = "Measure with so many threads at the same time; of several counts, such as 1,2, with each.",
        HelpName = "N[,N]",
        DefaultValueFactory = _ => [1],
        CustomParser = Parse,
    };

    private static int[]? Parse(ArgumentResult result)
    {
        string[] parts = result.Tokens.Count == 1 ? result.Tokens[0].Value.Split(',') : [];
        int[] counts =
        [
            .. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                && count is >= 1 and <= Evaluators.MaxThreads ? count : 0),
        ];
        if (counts.Length is > 0 and <= MaximumCounts && !counts.Contains(0)) return [.. counts.Distinct().Order()];
        result.AddError(string.Create(
            CultureInfo.InvariantCulture,
            $"--threads: allowed is a number from 1 to {Evaluators.MaxThreads}, or up to {MaximumCounts} with commas"));
        return null;
    }
}
