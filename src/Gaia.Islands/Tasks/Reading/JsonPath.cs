using System.Text;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Paths into a manifest, such as <c>$.optimizers[0].settings.sigma</c>.</summary>
internal static class JsonPath
{
    private const int MaxNameLength = 64;

    /// <summary>The path of a member. A name that is no plain word comes quoted, printable and cut to 64 characters: it
    /// is a stranger's text on its way to a terminal.</summary>
    internal static string Member(string parent, string name) =>
        name.Length is > 0 and <= MaxNameLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? $"{parent}.{name}"
            : $"{parent}['{Printable(name)}']";

    /// <summary>A stranger's text, fit for a message.</summary>
    internal static string Printable(string text)
    {
        var shown = new StringBuilder(MaxNameLength);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MaxNameLength)))
            shown.Append(c is >= ' ' and <= '~' and not '\'' ? c : '?');
        return text.Length > MaxNameLength ? $"{shown}..." : shown.ToString();
    }
}
