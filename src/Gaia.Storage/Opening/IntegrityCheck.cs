using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Opening;

/// <summary>Reads the whole database once and says whether it holds together.</summary>
/// <remarks>SQLite's quick_check: every page and every row, but not whether indexes agree with their tables.</remarks>
internal static class IntegrityCheck
{
    public static StoreFailure? Run(SqliteConnection connection, string file)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        var verdict = command.ExecuteScalar() as string;
        return verdict == "ok" ? null : StoreFailures.Corrupt(file, verdict ?? "the check gave no answer");
    }
}
