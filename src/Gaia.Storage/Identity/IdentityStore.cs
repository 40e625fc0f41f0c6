using Gaia.Core.Identity;
using Gaia.Storage.Opening;
using Gaia.Storage.Reading;
using Gaia.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Identity;

/// <summary>Ties a data directory to one identity key, so that a swapped key file is noticed.</summary>
public sealed class IdentityStore
{
    private readonly WriteLoop _writer;
    private readonly ReadPool _readers;
    private readonly string _file;
    private readonly TimeProvider _time;

    internal IdentityStore(WriteLoop writer, ReadPool readers, string file, TimeProvider time)
    {
        _writer = writer;
        _readers = readers;
        _file = file;
        _time = time;
    }

    /// <summary>Whose data this is; null before the first <see cref="BindAsync"/>.</summary>
    public Task<StoredIdentity?> FindAsync(CancellationToken cancellationToken) =>
        _readers.ReadAsync(connection => Find(connection, null), cancellationToken);

    /// <summary>Binds the data to an identity where it has none, or compares.</summary>
    /// <param name="publicKey">DER of an X.509 SubjectPublicKeyInfo.</param>
    /// <param name="cancellationToken">Cancels before the write begins.</param>
    /// <returns>Null where the data belongs to this key; else the failure that names both nodes.</returns>
    public Task<StoreFailure?> BindAsync(ReadOnlyMemory<byte> publicKey, CancellationToken cancellationToken)
    {
        var key = publicKey.ToArray();
        var node = NodeId.FromPublicKey(key);
        return _writer.WriteAsync(
            (connection, transaction) =>
            {
                if (Find(connection, transaction) is { } known)
                {
                    return known.Node == node
                        ? null
                        : StoreFailures.ForeignIdentity(_file, known.Node.Short, node.Short);
                }

                connection.Execute(
                    transaction,
                    "INSERT INTO identity (one, node, public_key, created) VALUES (1, $node, $key, $created)",
                    ("$node", node.Value.ToArray()),
                    ("$key", key),
                    ("$created", Rows.Ticks(_time.GetUtcNow())));
                return null;
            },
            cancellationToken);
    }

    private static StoredIdentity? Find(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.Command(transaction, "SELECT node, public_key, created FROM identity");
        using var row = command.ExecuteReader();
        return row.Read() ? new StoredIdentity(new NodeId(row.Hash(0)), row.Bytes(1), row.Time(2)) : null;
    }
}
