using System.Globalization;

namespace Gaia.Cli.Terminals;

/// <summary>How numbers look everywhere in the terminal.</summary>
internal static class Numbers
{
    private const int ShortIdCharacters = 8;
    private const int SignificantDigits = 6;

    public static string Score(double? value) =>
        value is { } score ? score.ToString("0.0", CultureInfo.InvariantCulture) : "-";

    /// <summary>A score on a line of its own: with the six digits that tell it from its threshold.</summary>
    public static string Exact(double? value)
    {
        if (value is not { } score) return "-";
        int digits = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(score), 1))) + 1;
        int decimals = Math.Clamp(SignificantDigits - digits, 1, SignificantDigits - 1);
        // A score under one has the six decimals that are stored.
        if (Math.Abs(score) < 1) decimals = SignificantDigits;
        return (score + 0.0).ToString("0.0" + new string('#', decimals - 1), CultureInfo.InvariantCulture);
    }

    /// <summary>The value of a function: every decimal that is stored.</summary>
    public static string Value(double value) => (value + 0.0).ToString("0.0#####", CultureInfo.InvariantCulture);

    /// <summary>How far a value is from the best one: its size matters more than its digits.</summary>
    public static string Distance(double value) =>
        value.ToString(value < 0.001 ? "0.###e+0" : "0.0#####", CultureInfo.InvariantCulture);

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
