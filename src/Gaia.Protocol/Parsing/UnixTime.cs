namespace Gaia.Protocol.Parsing;

/// <summary>Unix milliseconds of a stranger.</summary>
internal static class UnixTime
{
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>False before 1970 and after the calendar's end.</summary>
    public static bool TryRead(long milliseconds, out DateTimeOffset time)
    {
        var inRange = milliseconds >= 0 && milliseconds <= Latest;
        time = inRange ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return inRange;
    }
}
