namespace Gaia.Policies.Files;

/// <summary>Lets a reader name every NaN and Infinity by its path; a parser would stop at the first.</summary>
/// <remarks>
/// Python writes bare <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> for such floats, which is not JSON. Each token
/// becomes a JSON string of delete characters and of the same length, so that byte positions stay true and the parser
/// goes on; a string where a number belongs is then refused like any other.
/// </remarks>
internal static class NonFiniteTokens
{
    /// <summary>The delete character: no one writes it into a file by hand.</summary>
    private const byte Mark = 0x7F;

    private static readonly string[] Tokens = ["NaN", "Infinity", "-Infinity"];

    /// <summary>The text itself where it has no such token, else a copy with each of them quoted.</summary>
    public static ReadOnlySpan<byte> Quote(ReadOnlySpan<byte> utf8)
    {
        byte[]? copy = null;
        var isString = false;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '"')
            {
                isString = !isString;
            }
            else if (isString)
            {
                i += utf8[i] == '\\' ? 1 : 0;
            }
            else if (LengthAt(utf8[i..]) is var length and > 0)
            {
                copy ??= utf8.ToArray();
                copy.AsSpan(i, length).Fill(Mark);
                copy[i] = copy[i + length - 1] = (byte)'"';
                i += length - 1;
            }
        }

        return copy ?? utf8;
    }

    /// <summary>The token that a quoted text stands for; the text itself where it is none.</summary>
    public static string Unquote(string rawText) =>
        Array.Find(Tokens, token => rawText == $"\"{new string((char)Mark, token.Length - 2)}\"") ?? rawText;

    private static int LengthAt(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("NaN"u8))
            return "NaN"u8.Length;
        if (rest.StartsWith("Infinity"u8))
            return "Infinity"u8.Length;
        return rest.StartsWith("-Infinity"u8) ? "-Infinity"u8.Length : 0;
    }
}
