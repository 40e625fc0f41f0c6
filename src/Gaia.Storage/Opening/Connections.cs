using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Opening;

/// <summary>Opens connections to the database, all with the same settings.</summary>
internal static class Connections
{
    private const int PageBytes = 4096;

    static Connections() => SQLitePCL.Batteries_V2.Init();

    /// <summary>The one connection that writes.</summary>
    /// <remarks>
    /// WAL lets readers go on while it writes; synchronous=FULL makes a commit wait until the log is on the disk, which
    /// is what "acknowledged" means here.
    /// </remarks>
    public static SqliteConnection OpenWriter(string file, StorageOptions options)
    {
        var connection = Open(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            Run(connection, FormattableString.Invariant($"""
                PRAGMA page_size = {PageBytes};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA foreign_keys = ON;
                PRAGMA cell_size_check = ON;
                PRAGMA journal_size_limit = 67108864;
                PRAGMA max_page_count = {options.MaximumBytes / PageBytes};
                """));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that only reads.</summary>
    public static SqliteConnection OpenReader(string file)
    {
        var connection = Open(file, SqliteOpenMode.ReadOnly);
        try
        {
            Run(connection, "PRAGMA query_only = ON; PRAGMA cell_size_check = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Cache = SqliteCacheMode.Private,
            Pooling = false,
        };
        var connection = new SqliteConnection(text.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
