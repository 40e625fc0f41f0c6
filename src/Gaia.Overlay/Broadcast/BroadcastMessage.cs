using System.Diagnostics.CodeAnalysis;
using Gaia.Core.Identity;

namespace Gaia.Overlay.Broadcast;

/// <summary>A message that goes to every node.</summary>
/// <remarks>Its id is the SHA-256 of its body, so that nobody can give one body two ids, or two bodies one.</remarks>
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

    /// <summary>SHA-256 of the body.</summary>
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
        return new BroadcastMessage(Hash256.Sha256(body.Span), kind, body);
    }

    /// <summary>A message over bytes of a peer; false where the kind is unknown or the size is out of range.</summary>
    public static bool TryCreate(
        BroadcastKind kind, ReadOnlyMemory<byte> body, [NotNullWhen(true)] out BroadcastMessage? message)
    {
        message = IsSent(kind) && body.Length is > 0 and <= MaximumBodyBytes
            ? new BroadcastMessage(Hash256.Sha256(body.Span), kind, body)
            : null;
        return message is not null;
    }

    private static bool IsSent(BroadcastKind kind) => kind is BroadcastKind.EliteAnnounce or BroadcastKind.TaskPublish;

    /// <inheritdoc/>
    public bool Equals(BroadcastMessage? other) => other is not null && Id == other.Id && Kind == other.Kind;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Kind);
}
