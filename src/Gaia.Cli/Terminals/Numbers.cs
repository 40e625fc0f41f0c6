using System.Globalization;

namespace Gaia.Cli.Terminals;

/// <summary>How numbers look everywhere in the terminal.</summary>
internal static class Numbers
{
    private const int ShortIdCharacters = 8;

    public static string Score(double? value) =>
        value is { } score ? score.ToString("0.0", CultureInfo.InvariantCulture) : "-";

    /// <summary>A threshold, a bound, a default: as it was written.</summary>
    public static string Plain(double value)
    {
        // Adding zero takes the sign off a negative zero.
        return (value + 0.0).ToString("#,0.######", CultureInfo.InvariantCulture);
    }

    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Rate(double value) => value.ToString(value < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    public static string Short(string id) => id.Length <= ShortIdCharacters ? id : id[..ShortIdCharacters];

    public static string Duration(double seconds)
    {
        TimeSpan time = TimeSpan.FromSeconds(Math.Max(0, seconds));
        if (time.TotalMinutes < 1) return time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
        if (time.TotalHours < 1) return $"{time.Minutes} min {time.Seconds:00} s";
        return time.TotalDays < 1
            ? $"{time.Hours} h {time.Minutes:00} min"
            : $"{(int)time.TotalDays} d {time.Hours:00} h";
    }
}
