namespace Gaia.Core.Results;

/// <summary>What a mistyped name was meant to be.</summary>
public static class NearNames
{
    private const int MaximumNames = 3;

    /// <summary>Mistakes that any name may hold; longer names may hold one for every three letters.</summary>
    private const int MinimumMistakes = 2;
    private const int LettersPerMistake = 3;

    /// <summary>Fewer letters begin or occur in too many names to mean one.</summary>
    private const int MinimumPart = 3;

    /// <summary>A longer text is no slip of the fingers.</summary>
    private const int MaximumLetters = 64;

    /// <summary>The names that a text is near to, the nearest first; at most three, often none.</summary>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > MaximumLetters) return [];
        return
        [
            .. names.Select(name => (name, mistakes: Mistakes(text, name)))
                .Where(near => IsNear(text, near.name, near.mistakes))
                .OrderBy(near => near.mistakes)
                .ThenBy(near => near.name, StringComparer.Ordinal)
                .Take(MaximumNames)
                .Select(near => near.name),
        ];
    }

    /// <summary><c>; did you mean 'a' or 'b'?</c>, or nothing where no name is near.</summary>
    public static string Question(string text, IEnumerable<string> names)
    {
        string[] near = [.. Of(text, names).Select(name => $"'{name}'")];
        return near.Length == 0 ? "" : $"; did you mean {string.Join(" or ", near)}?";
    }

    private static bool IsNear(string text, string name, int mistakes) =>
        (mistakes <= Math.Max(MinimumMistakes, text.Length / LettersPerMistake) && mistakes < text.Length)
        || (text.Length >= MinimumPart && name.Contains(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Letters to insert, drop, replace or swap with their neighbour, whatever their case.</summary>
    /// <remarks>Optimal string alignment: Damerau, "A technique for computer detection and correction of spelling
    /// errors" (1964).</remarks>
    private static int Mistakes(string left, string right)
    {
        int[,] table = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++) table[i, 0] = i;
        for (int j = 0; j <= right.Length; j++) table[0, j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = table[i - 1, j - 1] + (AreEqual(left[i - 1], right[j - 1]) ? 0 : 1);
                table[i, j] = Math.Min(replaced, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
                if (i > 1 && j > 1 && AreEqual(left[i - 1], right[j - 2]) && AreEqual(left[i - 2], right[j - 1]))
                    table[i, j] = Math.Min(table[i, j], 1 + table[i - 2, j - 2]);
            }
        }

        return table[left.Length, right.Length];
    }

    private static bool AreEqual(char left, char right) =>
        char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
