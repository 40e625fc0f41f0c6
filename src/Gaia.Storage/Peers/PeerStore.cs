using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Peers;
using Gaia.Overlay.Ports;
using Gaia.Storage.Reading;
using Gaia.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Peers;

/// <summary>The overlay's peers in the database.</summary>
internal sealed class PeerStore(WriteLoop writer, ReadPool readers) : IPeerStore
{
    private const string Insert = """
        INSERT INTO peers (position, node, sequence, issued, expires, addresses, mode, protocol_min, protocol_max,
            build, cores, simd, gpu, memory, evaluations, signed)
        VALUES ($position, $node, $sequence, $issued, $expires, $addresses, $mode, $min, $max, $build,
            $cores, $simd, $gpu, $memory, $evaluations, $signed)
        """;

    private const string Select = """
        SELECT node, sequence, issued, expires, addresses, mode, protocol_min, protocol_max, build,
            cores, simd, gpu, memory, evaluations, signed
        FROM peers ORDER BY position
        """;

    public Task<ImmutableArray<NodeRecord>> LoadPeersAsync(CancellationToken cancellationToken) =>
        readers.ReadAsync(Load, cancellationToken);

    public Task SavePeersAsync(ImmutableArray<NodeRecord> peers, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            (connection, transaction) =>
            {
                connection.Execute(transaction, "DELETE FROM peers");
                for (var position = 0; position < peers.Length; position++)
                    Add(connection, transaction, position, peers[position]);
                return true;
            },
            cancellationToken);

    private static void Add(
        SqliteConnection connection, SqliteTransaction transaction, int position, NodeRecord peer) =>
        connection.Execute(
            transaction,
            Insert,
            ("$position", position),
            ("$node", peer.Node.Value.ToArray()),
            ("$sequence", unchecked((long)peer.Sequence)),
            ("$issued", Rows.Ticks(peer.Issued)),
            ("$expires", Rows.Ticks(peer.Expires)),
            ("$addresses", string.Join('\n', peer.Addresses)),
            ("$mode", (int)peer.Mode),
            ("$min", peer.ProtocolMin),
            ("$max", peer.ProtocolMax),
            ("$build", peer.Build),
            ("$cores", peer.Capabilities.Cores),
            ("$simd", peer.Capabilities.Simd),
            ("$gpu", peer.Capabilities.Gpu),
            ("$memory", peer.Capabilities.MemoryBytes),
            ("$evaluations", peer.Capabilities.EvaluationsPerSecond),
            ("$signed", peer.SignedBytes.ToArray()));

    private static ImmutableArray<NodeRecord> Load(SqliteConnection connection)
    {
        var peers = ImmutableArray.CreateBuilder<NodeRecord>();
        using var command = connection.Command(null, Select);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            peers.Add(new NodeRecord
            {
                Node = new NodeId(row.Hash(0)),
                Sequence = unchecked((ulong)row.GetInt64(1)),
                Issued = row.Time(2),
                Expires = row.Time(3),
                Addresses = Addresses(row.GetString(4)),
                Mode = (PeerMode)row.GetInt32(5),
                ProtocolMin = (ushort)row.GetInt32(6),
                ProtocolMax = (ushort)row.GetInt32(7),
                Build = row.GetString(8),
                Capabilities = new NodeCapabilities
                {
                    Cores = row.GetInt32(9),
                    Simd = row.GetString(10),
                    Gpu = row.GetString(11),
                    MemoryBytes = row.GetInt64(12),
                    EvaluationsPerSecond = row.GetDouble(13),
                },
                SignedBytes = row.Bytes(14),
            });
        }

        return peers.ToImmutable();
    }

    // An address that a later program no longer takes is left out; the peer itself stays.
    private static ImmutableArray<PeerAddress> Addresses(string text)
    {
        var addresses = ImmutableArray.CreateBuilder<PeerAddress>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (PeerAddress.TryParse(line, out var address, out _))
                addresses.Add(address);
        }

        return addresses.ToImmutable();
    }
}
