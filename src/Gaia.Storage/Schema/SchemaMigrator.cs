using Gaia.Storage.Opening;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Schema;

/// <summary>Brings a database forward to the newest schema, one step a transaction; never back.</summary>
internal static class SchemaMigrator
{
    /// <summary>"GAIA" in ASCII: marks the file as a node's, for SQLite and for <c>file</c>.</summary>
    public const int ApplicationId = 0x47414941;

    /// <summary>Checks what the file is, and brings it forward.</summary>
    /// <param name="connection">Open and writable.</param>
    /// <param name="file">For messages.</param>
    /// <param name="migrations">Versions 1, 2, 3, and so on.</param>
    /// <returns>Why the file is refused; null where it is at the newest schema now.</returns>
    public static StoreFailure? Migrate(SqliteConnection connection, string file, IReadOnlyList<Migration> migrations)
    {
        var version = ReadPragma(connection, "user_version");
        var application = ReadPragma(connection, "application_id");
        var isEmpty = version == 0 && application == 0 && ReadTables(connection) == 0;
        if (!isEmpty && application != ApplicationId)
            return StoreFailures.Corrupt(file, "it is a database of another program");
        if (version > migrations.Count)
            return StoreFailures.TooNew(file, version, migrations.Count);

        foreach (var migration in migrations.Skip(version))
            Apply(connection, migration);
        return null;
    }

    private static void Apply(SqliteConnection connection, Migration migration)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;

        // Both numbers live in the file's header, so they change with the tables or not at all.
        command.CommandText = FormattableString.Invariant(
            $"{migration.Sql}\nPRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migration.Version};");
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static int ReadPragma(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToInt32(command.ExecuteScalar());
    }

    private static int ReadTables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        return Convert.ToInt32(command.ExecuteScalar());
    }
}
