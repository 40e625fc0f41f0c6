using System.Globalization;

namespace Gaia.Grpc.Headers;

/// <summary>The value of <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
/// <remarks>gRPC over HTTP/2, "Timeout": H, M, S, m (ms), u (us), n (ns).</remarks>
internal static class TimeoutHeader
{
    private const long MaxValue = 99_999_999;
    private const int MaxDigits = 8;

    private static readonly (char Unit, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>Formats a time-out in the finest unit that holds it, rounded up so that the server never gives up
    /// before the client does.</summary>
    /// <param name="timeout">Not negative.</param>
    public static string Format(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        foreach ((char unit, long ticks) in Units)
        {
            long value = (timeout.Ticks / ticks) + (timeout.Ticks % ticks == 0 ? 0 : 1);
            if (value <= MaxValue)
                return value.ToString(CultureInfo.InvariantCulture) + unit;
        }

        return MaxValue.ToString(CultureInfo.InvariantCulture) + 'H';
    }

    /// <summary>Parses a time-out; a value beyond <see cref="TimeSpan.MaxValue"/> becomes that.</summary>
    /// <returns>False when the text is not of the specified form.</returns>
    public static bool TryParse(string? text, out TimeSpan timeout)
    {
        timeout = default;
        if (text is null || text.Length is < 2 or > MaxDigits + 1)
            return false;
        ReadOnlySpan<char> digits = text.AsSpan(0, text.Length - 1);
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value))
            return false;
        switch (text[^1])
        {
            case 'n':
                timeout = TimeSpan.FromTicks((value + 99) / 100);
                return true;
            case 'u' or 'm' or 'S' or 'M' or 'H':
                timeout = Scale(value, text[^1]);
                return true;
            default:
                return false;
        }
    }

    private static TimeSpan Scale(long value, char unit)
    {
        long ticks = Array.Find(Units, known => known.Unit == unit).Ticks;
        return value > TimeSpan.MaxValue.Ticks / ticks ? TimeSpan.MaxValue : TimeSpan.FromTicks(value * ticks);
    }
}
