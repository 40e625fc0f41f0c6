using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Writing;

/// <summary>One write that waits for its transaction.</summary>
internal interface IWrite
{
    /// <summary>Runs inside the transaction; false where nobody wants it any more.</summary>
    bool Apply(SqliteConnection connection, SqliteTransaction transaction);

    /// <summary>The transaction is on the disk.</summary>
    void Acknowledge();

    /// <summary>It is not there and will not be.</summary>
    void Fail(Exception error);
}
