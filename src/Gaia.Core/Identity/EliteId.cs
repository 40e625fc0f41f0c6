namespace Gaia.Core.Identity;

/// <summary>Names an elite: SHA-256 over its policy layout and its parameters.</summary>
public readonly record struct EliteId(Hash256 Value) : IComparable<EliteId>
{
    /// <summary>The first 8 hexadecimal digits: for people, never for comparing.</summary>
    public string Short => Value.ToHex()[..8];

    /// <summary>Reads 64 hexadecimal digits, or 52 characters of lower-case base32; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EliteId id)
    {
        var parsed = Hash256.TryParseHex(text, out var value) || Hash256.TryParseBase32(text, out value);
        id = new EliteId(value);
        return parsed;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out EliteId)"/>
    public static bool TryParse(string? text, out EliteId id) => TryParse(text.AsSpan(), out id);

    /// <summary>Order of the bytes.</summary>
    public int CompareTo(EliteId other) => Value.CompareTo(other.Value);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToHex();

    public static bool operator <(EliteId left, EliteId right) => left.CompareTo(right) < 0;

    public static bool operator >(EliteId left, EliteId right) => left.CompareTo(right) > 0;

    public static bool operator <=(EliteId left, EliteId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EliteId left, EliteId right) => left.CompareTo(right) >= 0;
}
