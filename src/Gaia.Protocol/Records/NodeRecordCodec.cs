using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Records;

/// <summary>Node records between their signed bytes and the overlay.</summary>
public static class NodeRecordCodec
{
    /// <summary>Signs a record of this node.</summary>
    /// <param name="record">What to say; <see cref="NodeRecord.SignedBytes"/> is ignored, times are cut to
    /// milliseconds.</param>
    /// <param name="signer">The key of <see cref="NodeRecord.Node"/>.</param>
    /// <returns>The record with its envelope, or the rule that it breaks.</returns>
    /// <exception cref="ArgumentException">The signer is another node.</exception>
    public static Decoded<NodeRecord> Sign(NodeRecord record, EnvelopeSigner signer)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(signer);
        if (record.Node != signer.Signer.Node)
            throw new ArgumentException("A node signs only its own record.", nameof(record));
        var signed = record with
        {
            Issued = DateTimeOffset.FromUnixTimeMilliseconds(record.Issued.ToUnixTimeMilliseconds()),
            Expires = DateTimeOffset.FromUnixTimeMilliseconds(record.Expires.ToUnixTimeMilliseconds()),
            SignedBytes = signer.Sign(SignatureDomain.Record, ToWire(record).ToByteArray()),
        };
        return Judge(signed, signed.Issued);
    }

    /// <summary>Reads a record that a peer sent: signature, limits, times.</summary>
    /// <param name="bytes">The envelope; nobody may change it afterwards.</param>
    /// <param name="verifier">Of this node's network.</param>
    /// <param name="now">This node's clock.</param>
    public static Decoded<NodeRecord> Read(ReadOnlyMemory<byte> bytes, EnvelopeVerifier verifier, DateTimeOffset now)
    {
        var record = Open(bytes, verifier);
        return record.IsAccepted ? Judge(record.Value, now) : record;
    }

    /// <summary>Reads a record from this node's own store, where it may have expired since.</summary>
    /// <param name="bytes">The envelope; nobody may change it afterwards.</param>
    /// <param name="verifier">Of this node's network.</param>
    public static Decoded<NodeRecord> ReadStored(ReadOnlyMemory<byte> bytes, EnvelopeVerifier verifier)
    {
        var record = Open(bytes, verifier);
        return record.IsAccepted ? Judge(record.Value, record.Value.Issued) : record;
    }

    private static Decoded<NodeRecord> Open(ReadOnlyMemory<byte> bytes, EnvelopeVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        var envelope = verifier.Open(SignatureDomain.Record, bytes, NodeRecord.MaximumSignedBytes);
        if (!envelope.IsAccepted)
            return envelope.Rejection;
        var payload = WireReader.Read(
            NodeRecordPayload.Parser, envelope.Value.Payload, NodeRecord.MaximumSignedBytes);
        return payload.IsAccepted ? FromWire(payload.Value, envelope.Value) : payload.Rejection;
    }

    private static Decoded<NodeRecord> Judge(NodeRecord record, DateTimeOffset now)
    {
        var fault = record.Check(now);
        return fault == NodeRecordFault.None
            ? record
            : Decoded<NodeRecord>.Reject(ReasonOf(fault), $"The record breaks a rule: {fault}.");
    }

    private static RejectionReason ReasonOf(NodeRecordFault fault) => fault switch
    {
        NodeRecordFault.TooManyAddresses => RejectionReason.TooMany,
        NodeRecordFault.Lifetime or NodeRecordFault.FromTheFuture or NodeRecordFault.Expired => RejectionReason.Time,
        NodeRecordFault.TooLarge => RejectionReason.TooLarge,
        NodeRecordFault.Id => RejectionReason.BadId,
        _ => RejectionReason.OutOfRange,
    };

    private static Decoded<NodeRecord> FromWire(NodeRecordPayload wire, VerifiedEnvelope envelope)
    {
        if (wire.Addresses.Count > NodeRecord.MaximumAddresses)
            return Refuse(RejectionReason.TooMany, $"{wire.Addresses.Count} addresses.");
        if (ReadAddresses(wire, envelope.Signer) is not { } addresses)
            return Refuse(RejectionReason.OutOfRange, "An address is none.");
        if (wire.Mode is not (Wire.NodeMode.Server or Wire.NodeMode.Client))
            return Refuse(RejectionReason.UnknownKind, "The mode is unknown.");
        if (wire.ProtocolMin > ushort.MaxValue || wire.ProtocolMax > ushort.MaxValue)
            return Refuse(RejectionReason.OutOfRange, "The protocol range is none.");
        if (!UnixTime.TryRead(wire.IssuedMs, out var issued) || !UnixTime.TryRead(wire.ExpiresMs, out var expires))
            return Refuse(RejectionReason.Time, "A time is outside the calendar.");
        if (ReadCapabilities(wire.Capabilities) is not { } capabilities || !WireText.IsClean(wire.Build))
            return Refuse(RejectionReason.OutOfRange, "A capability is out of range.");

        return new NodeRecord
        {
            Node = envelope.Signer,
            Sequence = wire.Sequence,
            Issued = issued,
            Expires = expires,
            Addresses = addresses,
            Mode = wire.Mode == Wire.NodeMode.Server ? PeerMode.Server : PeerMode.Client,
            ProtocolMin = (ushort)wire.ProtocolMin,
            ProtocolMax = (ushort)wire.ProtocolMax,
            Build = wire.Build,
            Capabilities = capabilities,
            SignedBytes = envelope.SignedBytes,
        };
    }

    private static ImmutableArray<PeerAddress>? ReadAddresses(NodeRecordPayload wire, NodeId node)
    {
        var addresses = ImmutableArray.CreateBuilder<PeerAddress>(wire.Addresses.Count);
        foreach (var endpoint in wire.Addresses)
        {
            if (endpoint.Port > ushort.MaxValue
                || !PeerAddress.TryCreate(node, endpoint.Host, (int)endpoint.Port, out var address, out _))
                return null;
            addresses.Add(address);
        }

        return addresses.MoveToImmutable();
    }

    private static NodeCapabilities? ReadCapabilities(Capabilities? wire)
    {
        if (wire is null)
            return NodeCapabilities.Unknown;
        if (wire.Cores > int.MaxValue || wire.MemoryBytes > long.MaxValue)
            return null;
        return !WireText.IsClean(wire.Simd) || !WireText.IsClean(wire.Gpu)
            ? null
            : new NodeCapabilities
            {
                Cores = (int)wire.Cores,
                Simd = wire.Simd,
                Gpu = wire.Gpu,
                MemoryBytes = (long)wire.MemoryBytes,
                EvaluationsPerSecond = wire.EvaluationsPerSecond,
            };
    }

    private static NodeRecordPayload ToWire(NodeRecord record)
    {
        var wire = new NodeRecordPayload
        {
            Sequence = record.Sequence,
            IssuedMs = record.Issued.ToUnixTimeMilliseconds(),
            ExpiresMs = record.Expires.ToUnixTimeMilliseconds(),
            Mode = record.Mode == PeerMode.Server ? Wire.NodeMode.Server : Wire.NodeMode.Client,
            ProtocolMin = record.ProtocolMin,
            ProtocolMax = record.ProtocolMax,
            Build = record.Build,
            Capabilities = new Capabilities
            {
                Cores = (uint)Math.Max(0, record.Capabilities.Cores),
                Simd = record.Capabilities.Simd,
                Gpu = record.Capabilities.Gpu,
                MemoryBytes = (ulong)Math.Max(0, record.Capabilities.MemoryBytes),
                EvaluationsPerSecond = record.Capabilities.EvaluationsPerSecond,
            },
        };
        foreach (var address in record.Addresses)
            wire.Addresses.Add(new Wire.Endpoint { Host = address.Host, Port = (uint)address.Port });
        return wire;
    }

    private static Decoded<NodeRecord> Refuse(RejectionReason reason, string text) =>
        Decoded<NodeRecord>.Reject(reason, text);
}
