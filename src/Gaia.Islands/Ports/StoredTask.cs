using Gaia.Core.Identity;

namespace Gaia.Islands.Ports;

/// <summary>A task as a store keeps it.</summary>
public sealed record StoredTask
{
    /// <summary>SHA-256 of the canonical bytes.</summary>
    public required TaskId Id { get; init; }

    /// <summary>The canonical bytes of the manifest, verbatim; read again by the manifest reader.</summary>
    public required ReadOnlyMemory<byte> CanonicalBytes { get; init; }

    /// <summary>What the publisher signed, verbatim and opaque here; empty for a task that was never
    /// published.</summary>
    public ReadOnlyMemory<byte> SignedBytes { get; init; }

    /// <summary>When this node stored it.</summary>
    public required DateTimeOffset Stored { get; init; }

    /// <summary>True when this node works on it.</summary>
    public bool Joined { get; init; }
}
