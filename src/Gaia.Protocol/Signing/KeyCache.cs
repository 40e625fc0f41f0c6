using System.Diagnostics.CodeAnalysis;
using Gaia.Core.Identity;

namespace Gaia.Protocol.Signing;

/// <summary>Keys that signed lately, expanded, so that the square root is taken once a signer and not once a
/// message.</summary>
/// <remarks>
/// A fixed table in which a key has one place and the newest one keeps it: bounded, and safe from several threads
/// without a lock, since an entry is written whole and compared in full before it is believed. The place comes from a
/// hash that each process keys anew, so nobody can aim at another's.
/// </remarks>
/// <param name="capacity">Places; at least 1.</param>
internal sealed class KeyCache(int capacity)
{
    private readonly SignerKey?[] _places = new SignerKey?[capacity];

    /// <summary>The key of a compressed point; false where it is no point of P-256, which is not remembered.</summary>
    public bool TryExpand(ReadOnlySpan<byte> compressed, [NotNullWhen(true)] out SignerKey? key)
    {
        var hash = new HashCode();
        hash.AddBytes(compressed);
        ref var place = ref _places[(uint)hash.ToHashCode() % (uint)_places.Length];
        key = Volatile.Read(ref place);
        if (key is not null && key.Compressed.Span.SequenceEqual(compressed))
            return true;
        key = null;
        if (!P256Key.TryExpand(compressed, out var expanded))
            return false;
        key = new SignerKey(compressed.ToArray(), expanded, NodeId.FromPublicKey(expanded));
        Volatile.Write(ref place, key);
        return true;
    }
}

/// <summary>A signer's key in both forms, and the node that it names.</summary>
/// <param name="Compressed">The point as envelopes carry it.</param>
/// <param name="Expanded">SubjectPublicKeyInfo, known to be canonical.</param>
/// <param name="Node">Whose key it is.</param>
internal sealed record SignerKey(ReadOnlyMemory<byte> Compressed, ReadOnlyMemory<byte> Expanded, NodeId Node);
