using System.Buffers.Binary;
using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Tests;

/// <summary>Nodes and records that tests name by a number.</summary>
internal static class TestPeers
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static NodeId Id(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return new NodeId(Hash256.Sha256(bytes));
    }

    public static PeerAddress Address(int number) => PeerAddress.Create(Id(number), "127.0.0.1", 1000 + number);

    public static NodeRecord Record(int number, ulong sequence = 1, PeerMode mode = PeerMode.Server) => new()
    {
        Node = Id(number),
        Sequence = sequence,
        Issued = Start,
        Expires = Start + TimeSpan.FromHours(24),
        Addresses = mode == PeerMode.Server ? [Address(number)] : ImmutableArray<PeerAddress>.Empty,
        Mode = mode,
        ProtocolMin = 1,
        ProtocolMax = 1,
        Build = "test",
    };
}
