using System.Globalization;

namespace Gaia.Cli.Evaluate;

/// <summary>Reads lists of Gymnasium seeds: <c>7</c>, <c>900..999</c> (both ends included), <c>1,2,5..9</c>.</summary>
internal static class SeedRanges
{
    /// <summary>Most seeds in one list; a mistyped range must not run for days.</summary>
    public const int MaximumSeeds = 1_000_000;

    /// <summary>Reads a list.</summary>
    /// <returns>The seeds in the given order, or null with one line that says what is wrong.</returns>
    public static uint[]? Parse(string text, out string error)
    {
        List<uint> seeds = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split("..");
            if (ends.Length > 2 || !TryRead(ends[0], out uint first) || !TryRead(ends[^1], out uint last))
            {
                error = $"'{part}' is no seed and no range; allowed: 0 to {uint.MaxValue}, such as 7 or 100..199";
                return null;
            }

            if (last < first)
            {
                error = $"'{part}' runs backwards; allowed: FIRST..LAST with FIRST <= LAST";
                return null;
            }

            if (seeds.Count + (last - (long)first + 1) > MaximumSeeds)
            {
                error = $"too many seeds; allowed: {MaximumSeeds}";
                return null;
            }

            for (long seed = first; seed <= last; seed++) seeds.Add((uint)seed);
        }

        error = "";
        return [.. seeds];
    }

    private static bool TryRead(string text, out uint seed) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed);
}
