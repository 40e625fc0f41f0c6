using Gaia.Core.Hashing;

namespace Gaia.Core.Identity;

/// <summary>Names a node: SHA-256 over its identity key.</summary>
public readonly record struct NodeId(Hash256 Value) : IComparable<NodeId>
{
    /// <summary>The first 8 hexadecimal digits: for people, never for comparing.</summary>
    public string Short => Value.ToHex()[..8];

    /// <summary>The id that belongs to an identity key: SHA-256("gaia/id/1" || key).</summary>
    /// <param name="subjectPublicKeyInfo">The public key as DER of an X.509 SubjectPublicKeyInfo.</param>
    public static NodeId FromPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        using var hasher = new DomainHasher(HashDomain.Identity);
        return new NodeId(hasher.Append(subjectPublicKeyInfo).Finish());
    }

    /// <summary>Distance to another node in the metric of the routing table.</summary>
    public Hash256 XorDistance(NodeId other) => Distance.Xor(this, other);

    /// <summary>Reads 64 hexadecimal digits, or 52 characters of lower-case base32; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out NodeId id)
    {
        var parsed = Hash256.TryParseHex(text, out var value) || Hash256.TryParseBase32(text, out value);
        id = new NodeId(value);
        return parsed;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out NodeId)"/>
    public static bool TryParse(string? text, out NodeId id) => TryParse(text.AsSpan(), out id);

    /// <summary>Order of the bytes.</summary>
    public int CompareTo(NodeId other) => Value.CompareTo(other.Value);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToHex();

    public static bool operator <(NodeId left, NodeId right) => left.CompareTo(right) < 0;

    public static bool operator >(NodeId left, NodeId right) => left.CompareTo(right) > 0;

    public static bool operator <=(NodeId left, NodeId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(NodeId left, NodeId right) => left.CompareTo(right) >= 0;
}
