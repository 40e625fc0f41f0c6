using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gaia.Core.Identity;

/// <summary>A 256-bit hash as a value: 32 bytes, unmanaged, no allocation.</summary>
/// <remarks>
/// The bytes are held as four big-endian words, so that comparing words in order is comparing bytes in order, and the
/// value reads as one 256-bit unsigned number. <c>default</c> is the all-zero hash.
/// </remarks>
public readonly struct Hash256 : IEquatable<Hash256>, IComparable<Hash256>
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int ByteLength = 32;

    /// <summary>Length of a hash in hexadecimal digits.</summary>
    public const int HexLength = 64;

    private readonly ulong _word0;
    private readonly ulong _word1;
    private readonly ulong _word2;
    private readonly ulong _word3;

    private Hash256(ulong word0, ulong word1, ulong word2, ulong word3)
    {
        _word0 = word0;
        _word1 = word1;
        _word2 = word2;
        _word3 = word3;
    }

    /// <summary>True for the all-zero hash, which stands for "none".</summary>
    public bool IsZero => (_word0 | _word1 | _word2 | _word3) == 0;

    /// <summary>Number of zero bits before the first one bit; 256 for the all-zero hash.</summary>
    public int LeadingZeroCount
    {
        get
        {
            if (_word0 != 0)
                return (int)ulong.LeadingZeroCount(_word0);
            if (_word1 != 0)
                return 64 + (int)ulong.LeadingZeroCount(_word1);
            if (_word2 != 0)
                return 128 + (int)ulong.LeadingZeroCount(_word2);
            return 192 + (int)ulong.LeadingZeroCount(_word3);
        }
    }

    /// <summary>The hash whose bytes are given.</summary>
    /// <param name="bytes">Exactly 32 bytes.</param>
    /// <exception cref="ArgumentException">The length is not 32.</exception>
    public static Hash256 FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (!TryFromBytes(bytes, out var hash))
            throw new ArgumentException($"A hash has {ByteLength} bytes, not {bytes.Length}.", nameof(bytes));
        return hash;
    }

    /// <summary>The hash whose bytes are given; false where the length is not 32 (for bytes of a peer).</summary>
    public static bool TryFromBytes(ReadOnlySpan<byte> bytes, out Hash256 hash)
    {
        if (bytes.Length != ByteLength)
        {
            hash = default;
            return false;
        }

        hash = new Hash256(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]));
        return true;
    }

    /// <summary>Reads 64 hexadecimal digits of either case; false for anything else.</summary>
    public static bool TryParseHex(ReadOnlySpan<char> text, out Hash256 hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[ByteLength];
        return text.Length == HexLength
            && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            && TryFromBytes(bytes, out hash);
    }

    /// <inheritdoc cref="TryParseHex(ReadOnlySpan{char}, out Hash256)"/>
    public static bool TryParseHex(string? text, out Hash256 hash) => TryParseHex(text.AsSpan(), out hash);

    /// <summary>Reads 52 characters of lower-case base32 (RFC 4648, no padding); false for anything else.</summary>
    public static bool TryParseBase32(ReadOnlySpan<char> text, out Hash256 hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[ByteLength];
        return Base32.TryDecode(text, bytes) && TryFromBytes(bytes, out hash);
    }

    /// <summary>SHA-256 of the bytes alone. What is signed or named goes through a domain string instead.</summary>
    public static Hash256 Sha256(ReadOnlySpan<byte> data)
    {
        Span<byte> digest = stackalloc byte[ByteLength];
        SHA256.HashData(data, digest);
        return FromBytes(digest);
    }

    /// <summary>Writes the 32 bytes.</summary>
    /// <param name="destination">At least 32 bytes.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (destination.Length < ByteLength)
            throw new ArgumentException($"A hash needs {ByteLength} bytes of room.", nameof(destination));
        BinaryPrimitives.WriteUInt64BigEndian(destination, _word0);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _word1);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _word2);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _word3);
    }

    /// <summary>A fresh array of the 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[ByteLength];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string ToHex()
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>52 characters of lower-case base32 (RFC 4648, no padding).</summary>
    public string ToBase32()
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        CopyTo(bytes);
        return Base32.Encode(bytes);
    }

    /// <inheritdoc cref="ToHex"/>
    public override string ToString() => ToHex();

    /// <inheritdoc/>
    public bool Equals(Hash256 other) =>
        _word0 == other._word0 && _word1 == other._word1 && _word2 == other._word2 && _word3 == other._word3;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Hash256 other && Equals(other);

    /// <inheritdoc/>
    /// <remarks>Mixed with the runtime's own random seed: a peer may choose some bits of a hash it sends.</remarks>
    public override int GetHashCode() => HashCode.Combine(_word0, _word1, _word2, _word3);

    /// <summary>Order of the bytes, which is the order of the 256-bit numbers.</summary>
    public int CompareTo(Hash256 other)
    {
        var order = _word0.CompareTo(other._word0);
        if (order == 0)
            order = _word1.CompareTo(other._word1);
        if (order == 0)
            order = _word2.CompareTo(other._word2);
        return order != 0 ? order : _word3.CompareTo(other._word3);
    }

    public static bool operator ==(Hash256 left, Hash256 right) => left.Equals(right);

    public static bool operator !=(Hash256 left, Hash256 right) => !left.Equals(right);

    public static bool operator <(Hash256 left, Hash256 right) => left.CompareTo(right) < 0;

    public static bool operator >(Hash256 left, Hash256 right) => left.CompareTo(right) > 0;

    public static bool operator <=(Hash256 left, Hash256 right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Hash256 left, Hash256 right) => left.CompareTo(right) >= 0;

    /// <summary>Bitwise exclusive or.</summary>
    public static Hash256 operator ^(Hash256 left, Hash256 right) => Xor(left, right);

    /// <summary>Bitwise exclusive or.</summary>
    public static Hash256 Xor(Hash256 left, Hash256 right) => new(
        left._word0 ^ right._word0,
        left._word1 ^ right._word1,
        left._word2 ^ right._word2,
        left._word3 ^ right._word3);
}
