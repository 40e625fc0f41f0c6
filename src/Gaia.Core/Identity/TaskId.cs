namespace Gaia.Core.Identity;

/// <summary>Names a task: SHA-256 of its completed manifest's canonical bytes, with no domain before them.</summary>
/// <remarks>The publisher's signature is no part of it: a P-256 signature differs each time it is made, so one task
/// could be given any number of names.</remarks>
public readonly record struct TaskId(Hash256 Value) : IComparable<TaskId>
{
    /// <summary>The first 8 hexadecimal digits: for people, never for comparing.</summary>
    public string Short => Value.ToHex()[..8];

    /// <summary>Reads 64 hexadecimal digits, or 52 characters of lower-case base32; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TaskId id)
    {
        var parsed = Hash256.TryParseHex(text, out var value) || Hash256.TryParseBase32(text, out value);
        id = new TaskId(value);
        return parsed;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out TaskId)"/>
    public static bool TryParse(string? text, out TaskId id) => TryParse(text.AsSpan(), out id);

    /// <summary>Order of the bytes.</summary>
    public int CompareTo(TaskId other) => Value.CompareTo(other.Value);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToHex();

    public static bool operator <(TaskId left, TaskId right) => left.CompareTo(right) < 0;

    public static bool operator >(TaskId left, TaskId right) => left.CompareTo(right) > 0;

    public static bool operator <=(TaskId left, TaskId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TaskId left, TaskId right) => left.CompareTo(right) >= 0;
}
