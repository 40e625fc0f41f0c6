namespace Gaia.Protocol.Parsing;

/// <summary>Text of a stranger, which ends up in terminals and logs.</summary>
internal static class WireText
{
    /// <summary>True where no character steers a terminal, turns the direction of text, or is half a
    /// character.</summary>
    public static bool IsClean(string text) =>
        text.All(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is < '\u2000' or > '\u206f' and not '\ufeff');

    /// <summary>The text, cut to a length, with a mark in place of whatever is not clean.</summary>
    public static string Cleaned(string text, int maximumLength)
    {
        var cut = text.Length > maximumLength ? text[..maximumLength] : text;
        return string.Concat(cut.Select(c => IsClean(c.ToString()) ? c : '?'));
    }
}
