using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Gaia.Core.Identity;

namespace Gaia.Overlay.Broadcast;

/// <summary>A message that goes to every node.</summary>
/// <remarks>
/// Its id is SHA-256(kind || body), the kind as one byte. The kind is signed by nobody, so it has to be in the id: else
/// whoever forwards a sound body under a false kind has the sound message's id remembered as invalid.
/// </remarks>
public sealed record BroadcastMessage
{
    /// <summary>Longest body, in bytes.</summary>
    public const int MaximumBodyBytes = 64 * 1024;

    private BroadcastMessage(Hash256 id, BroadcastKind kind, ReadOnlyMemory<byte> body)
    {
        Id = id;
        Kind = kind;
        Body = body;
    }

    /// <summary>SHA-256 over the kind, one byte, and the body.</summary>
    public Hash256 Id { get; }

    /// <summary>What the body is.</summary>
    public BroadcastKind Kind { get; }

    /// <summary>The bytes, as they were signed and sent; never changed.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>A message over a body; the id is computed here.</summary>
    /// <param name="kind">A known kind.</param>
    /// <param name="body">1 to <see cref="MaximumBodyBytes"/> bytes, which nobody changes afterwards.</param>
    /// <exception cref="ArgumentException">The kind or the size is out of range.</exception>
    public static BroadcastMessage Create(BroadcastKind kind, ReadOnlyMemory<byte> body)
    {
        if (!IsSent(kind))
            throw new ArgumentException($"{kind} is not sent.", nameof(kind));
        if (body.Length is 0 or > MaximumBodyBytes)
            throw new ArgumentException($"A body has 1 to {MaximumBodyBytes} bytes, not {body.Length}.", nameof(body));
        return new BroadcastMessage(IdOf(kind, body.Span), kind, body);
    }

    /// <summary>A message over bytes of a peer; false where the kind is unknown or the size is out of range.</summary>
    public static bool TryCreate(
        BroadcastKind kind, ReadOnlyMemory<byte> body, [NotNullWhen(true)] out BroadcastMessage? message)
    {
        message = IsSent(kind) && body.Length is > 0 and <= MaximumBodyBytes
            ? new BroadcastMessage(IdOf(kind, body.Span), kind, body)
            : null;
        return message is not null;
    }

    private static Hash256 IdOf(BroadcastKind kind, ReadOnlySpan<byte> body)
    {
        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData([(byte)kind]);
        hasher.AppendData(body);
        Span<byte> id = stackalloc byte[Hash256.ByteLength];
        hasher.GetHashAndReset(id);
        return Hash256.FromBytes(id);
    }

    private static bool IsSent(BroadcastKind kind) => kind is BroadcastKind.EliteAnnounce or BroadcastKind.TaskPublish;

    /// <inheritdoc/>
    public bool Equals(BroadcastMessage? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();
}
