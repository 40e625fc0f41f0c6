using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Gaia.Cli.CommandLine;

/// <summary>Options that take a number of a range, and say the range when they are given something else.</summary>
internal static class NumberBounds
{
    /// <summary>Allows <paramref name="minimum"/> to <paramref name="maximum"/>, both included.</summary>
    public static Option<T> Within<T>(this Option<T> option, T minimum, T maximum)
        where T : struct, INumber<T>
    {
        option.CustomParser = result => Read(result, option.Name, minimum, maximum) ?? default;
        return option;
    }

    /// <summary>The same for an option that need not be given.</summary>
    public static Option<T?> Within<T>(this Option<T?> option, T minimum, T maximum)
        where T : struct, INumber<T>
    {
        option.CustomParser = result => Read(result, option.Name, minimum, maximum);
        return option;
    }

    private static T? Read<T>(ArgumentResult result, string name, T minimum, T maximum)
        where T : struct, INumber<T>
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        // NaN is in no range.
        bool isNumber = T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T value);
        if (isNumber && value >= minimum && value <= maximum) return value;
        result.AddError(string.Create(
            CultureInfo.InvariantCulture, $"{name}: '{text}' is not allowed; allowed: {minimum} to {maximum}"));
        return null;
    }
}
