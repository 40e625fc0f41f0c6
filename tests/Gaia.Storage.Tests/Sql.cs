using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Tests;

/// <summary>Looks into, or spoils, a database that no store has open.</summary>
internal static class Sql
{
    static Sql() => SQLitePCL.Batteries_V2.Init();

    public static long Number(string file, string sql) => Convert.ToInt64(Run(file, sql));

    public static object? Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
