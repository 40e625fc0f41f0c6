namespace Gaia.Grpc.Framing;

/// <summary>Checks of option records: every error is listed, none thrown.</summary>
internal static class OptionRange
{
    public static void Check<T>(List<string> errors, string key, T value, T minimum, T maximum)
        where T : struct, IComparable<T>
    {
        if (value.CompareTo(minimum) < 0 || value.CompareTo(maximum) > 0)
            errors.Add($"{key}: {value} is outside {minimum} to {maximum}.");
    }

    public static void ThrowIfAny(IReadOnlyList<string> errors, string parameter)
    {
        if (errors.Count > 0)
            throw new ArgumentException(string.Join(" ", errors), parameter);
    }
}
