using System.Text;

namespace Gaia.Core.Json;

/// <summary>Paths into a JSON document, such as <c>$.optimizers[0].settings.sigma</c>.</summary>
public static class JsonPath
{
    private const int MaxNameLength = 64;

    /// <summary>The path of a member. A name that is no plain word comes quoted, printable and cut to 64 characters: it
    /// is a stranger's text on its way to a terminal.</summary>
    public static string Member(string parent, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= MaxNameLength && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? $"{parent}.{name}"
            : $"{parent}['{Printable(name)}']";
    }

    /// <summary>A stranger's text, fit for a message: printable ASCII, '?' for the rest, cut to 64
    /// characters.</summary>
    public static string Printable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(MaxNameLength);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MaxNameLength)))
            shown.Append(c is >= ' ' and <= '~' and not '\'' ? c : '?');
        return text.Length > MaxNameLength ? $"{shown}..." : shown.ToString();
    }
}
