using System.Buffers.Binary;
using System.Security.Cryptography;
using Gaia.Core.Identity;

namespace Gaia.Core.Hashing;

/// <summary>Incremental SHA-256 over a domain string and the parts that follow it.</summary>
/// <remarks>
/// Parts are concatenated without lengths: a part of variable length belongs last, or after its own length. Calls
/// chain: <c>hasher.AppendHash(layout).Append(parameters).Finish()</c>. A hasher finishes once. Not thread-safe.
/// </remarks>
public sealed class DomainHasher : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool _finished;

    /// <summary>Starts with the domain string.</summary>
    /// <param name="domain">One of <see cref="HashDomain"/>.</param>
    /// <exception cref="ArgumentException">The domain is empty.</exception>
    public DomainHasher(ReadOnlySpan<byte> domain)
    {
        if (domain.IsEmpty)
            throw new ArgumentException("A hash needs a domain string.", nameof(domain));
        _hash.AppendData(domain);
    }

    /// <summary>SHA-256(domain || data) in one call.</summary>
    public static Hash256 Hash(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> data)
    {
        using var hasher = new DomainHasher(domain);
        return hasher.Append(data).Finish();
    }

    /// <summary>Appends bytes as they are.</summary>
    /// <exception cref="InvalidOperationException">The hasher is finished.</exception>
    public DomainHasher Append(ReadOnlySpan<byte> data)
    {
        if (_finished)
            throw new InvalidOperationException("This hasher has given its hash.");
        _hash.AppendData(data);
        return this;
    }

    /// <summary>Appends the 32 bytes of a hash.</summary>
    public DomainHasher AppendHash(Hash256 value)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        value.CopyTo(bytes);
        return Append(bytes);
    }

    /// <summary>Appends 4 bytes, least significant first.</summary>
    public DomainHasher AppendUInt32LittleEndian(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Append(bytes);
    }

    /// <summary>Appends 8 bytes, least significant first.</summary>
    public DomainHasher AppendUInt64LittleEndian(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return Append(bytes);
    }

    /// <summary>The hash over all that was appended.</summary>
    /// <exception cref="InvalidOperationException">The hasher is finished.</exception>
    public Hash256 Finish()
    {
        if (_finished)
            throw new InvalidOperationException("This hasher has given its hash.");
        _finished = true;
        Span<byte> digest = stackalloc byte[Hash256.ByteLength];
        _hash.GetHashAndReset(digest);
        return Hash256.FromBytes(digest);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _finished = true;
        _hash.Dispose();
    }
}
