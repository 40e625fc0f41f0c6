using System.Collections.Immutable;
using Gaia.Core.Identity;

namespace Gaia.Overlay.Peers;

/// <summary>What a node says about itself, signed by it.</summary>
/// <remarks>
/// The overlay never sees a signature: whoever reads the bytes of a peer checks it before a record exists. The rules
/// that need no key are in <see cref="Check"/>.
/// </remarks>
public sealed record NodeRecord
{
    /// <summary>Most addresses of one node.</summary>
    public const int MaximumAddresses = 8;

    /// <summary>Largest signed envelope, in bytes.</summary>
    public const int MaximumSignedBytes = 1024;

    /// <summary>Longest text of a build, in characters.</summary>
    public const int MaximumBuildLength = 64;

    /// <summary>Longest time from issue to expiry.</summary>
    public static readonly TimeSpan MaximumLifetime = TimeSpan.FromHours(48);

    /// <summary>How far two honest clocks may differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <summary>The node that speaks.</summary>
    public required NodeId Node { get; init; }

    /// <summary>Counts up with every record of this node: the higher one replaces the lower one.</summary>
    public required ulong Sequence { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>From when on nobody believes it.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>Where the node listens, best first; at most <see cref="MaximumAddresses"/>.</summary>
    public required ImmutableArray<PeerAddress> Addresses { get; init; }

    /// <summary>Whether others can reach it.</summary>
    public required PeerMode Mode { get; init; }

    /// <summary>Oldest protocol it speaks.</summary>
    public required ushort ProtocolMin { get; init; }

    /// <summary>Newest protocol it speaks.</summary>
    public required ushort ProtocolMax { get; init; }

    /// <summary>Its program and version, for people.</summary>
    public string Build { get; init; } = "";

    /// <summary>What it says about its machine.</summary>
    public NodeCapabilities Capabilities { get; init; } = NodeCapabilities.Unknown;

    /// <summary>The envelope exactly as it was signed, to hand on; opaque here.</summary>
    public ReadOnlyMemory<byte> SignedBytes { get; init; }

    /// <summary>When the node itself must sign its next record: half of the lifetime.</summary>
    public DateTimeOffset RenewAt => Issued + ((Expires - Issued) / 2);

    /// <summary>The first rule that the record breaks, or <see cref="NodeRecordFault.None"/>.</summary>
    /// <param name="now">The reader's clock; it may differ by <see cref="ClockTolerance"/>.</param>
    public NodeRecordFault Check(DateTimeOffset now)
    {
        if (Node.Value.IsZero)
            return NodeRecordFault.Id;
        if (SignedBytes.Length > MaximumSignedBytes)
            return NodeRecordFault.TooLarge;
        if (Mode is not (PeerMode.Server or PeerMode.Client))
            return NodeRecordFault.Mode;
        if (ProtocolMin > ProtocolMax)
            return NodeRecordFault.ProtocolRange;
        var addresses = CheckAddresses();
        if (addresses != NodeRecordFault.None)
            return addresses;
        if (!CapabilitiesAreInRange())
            return NodeRecordFault.Capabilities;
        return CheckTimes(now);
    }

    /// <summary>True where this record replaces the one that is known: it is newer, or none is known.</summary>
    /// <exception cref="ArgumentException">The other record is of another node.</exception>
    public bool Replaces(NodeRecord? known)
    {
        if (known is not null && known.Node != Node)
            throw new ArgumentException("Records of two nodes do not replace each other.", nameof(known));
        return known is null || Sequence > known.Sequence;
    }

    /// <inheritdoc/>
    /// <remarks>One node never signs two records with one number, so id, number and envelope say it all.</remarks>
    public bool Equals(NodeRecord? other) =>
        other is not null
        && Node == other.Node
        && Sequence == other.Sequence
        && Issued == other.Issued
        && Expires == other.Expires
        && Mode == other.Mode
        && ProtocolMin == other.ProtocolMin
        && ProtocolMax == other.ProtocolMax
        && Build == other.Build
        && Capabilities == other.Capabilities
        && Addresses.SequenceEqual(other.Addresses)
        && SignedBytes.Span.SequenceEqual(other.SignedBytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Node, Sequence);

    private NodeRecordFault CheckAddresses()
    {
        if (Addresses.IsDefault || (Addresses.Length == 0 && Mode == PeerMode.Server))
            return NodeRecordFault.NoAddress;
        if (Addresses.Length > MaximumAddresses)
            return NodeRecordFault.TooManyAddresses;
        foreach (var address in Addresses)
        {
            if (address.Node != Node)
                return NodeRecordFault.ForeignAddress;
        }

        return NodeRecordFault.None;
    }

    private bool CapabilitiesAreInRange() =>
        Build.Length <= MaximumBuildLength
        && Capabilities.Simd.Length <= NodeCapabilities.MaximumTextLength
        && Capabilities.Gpu.Length <= NodeCapabilities.MaximumTextLength
        && Capabilities.Cores is >= 0 and <= 65536
        && Capabilities.MemoryBytes >= 0
        && double.IsFinite(Capabilities.EvaluationsPerSecond)
        && Capabilities.EvaluationsPerSecond >= 0;

    private NodeRecordFault CheckTimes(DateTimeOffset now)
    {
        if (Expires <= Issued || Expires - Issued > MaximumLifetime)
            return NodeRecordFault.Lifetime;
        if (Issued - now > ClockTolerance)
            return NodeRecordFault.FromTheFuture;
        return Expires <= now ? NodeRecordFault.Expired : NodeRecordFault.None;
    }
}
