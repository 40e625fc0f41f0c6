namespace Gaia.Node.Api;

/// <summary>What a name, an id or the beginning of one stands for.</summary>
/// <typeparam name="T">What is looked for.</typeparam>
/// <param name="Item">The one that fits; null where none or several do.</param>
/// <param name="Count">How many fit.</param>
internal sealed record IdMatch<T>(T? Item, int Count)
    where T : class
{
    /// <summary>One line about why there is no item.</summary>
    public string Explain(string what, string wanted) => Count == 0
        ? $"this node knows no {what} '{Shown(wanted)}'"
        : $"'{Shown(wanted)}' is the beginning of {Count} ids or the name of several; "
            + $"give more digits of the {what}'s id";

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "...";
}

/// <summary>Finds by id, by the beginning of an id, or by name.</summary>
internal static class IdMatch
{
    /// <summary>An exact id wins, then a name, then the beginning of an id.</summary>
    public static IdMatch<T> Find<T>(IEnumerable<T> items, string wanted, Func<T, string> id, Func<T, string>? name)
        where T : class
    {
        if (wanted.Length == 0)
            return new IdMatch<T>(null, 0);
        T[] all = [.. items];
        T[] named = name is null ? [] : [.. all.Where(item => name(item) == wanted)];
        T[] found =
            all.FirstOrDefault(item => id(item) == wanted) is { } exact ? [exact]
            : named.Length > 0 ? named
            : [.. all.Where(item => id(item).StartsWith(wanted, StringComparison.OrdinalIgnoreCase))];
        return new IdMatch<T>(found.Length == 1 ? found[0] : null, found.Length);
    }
}
