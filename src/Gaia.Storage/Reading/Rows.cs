using System.Buffers.Binary;
using Gaia.Core.Identity;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Reading;

/// <summary>Commands with parameters, and columns as values of the domain.</summary>
internal static class Rows
{
    public static SqliteCommand Command(
        this SqliteConnection connection,
        SqliteTransaction? transaction,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>Runs a statement; gives the rows it changed.</summary>
    public static int Execute(
        this SqliteConnection connection,
        SqliteTransaction transaction,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(transaction, sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row as a number.</summary>
    public static long Scalar(
        this SqliteConnection connection,
        SqliteTransaction? transaction,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(transaction, sql, parameters);
        return Convert.ToInt64(command.ExecuteScalar());
    }

    public static Hash256 Hash(this SqliteDataReader row, int column) =>
        Hash256.FromBytes(row.GetFieldValue<byte[]>(column));

    public static DateTimeOffset Time(this SqliteDataReader row, int column) =>
        new(row.GetInt64(column), TimeSpan.Zero);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static long Ticks(DateTimeOffset time) => time.UtcTicks;

    /// <summary>Little-endian float32, every bit as it is.</summary>
    public static byte[] FloatBytes(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var index = 0; index < values.Length; index++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), values[index]);
        return bytes;
    }

    /// <summary>The other way round.</summary>
    public static float[] Floats(ReadOnlySpan<byte> bytes)
    {
        var values = new float[bytes.Length / sizeof(float)];
        for (var index = 0; index < values.Length; index++)
            values[index] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(index * sizeof(float))..]);
        return values;
    }
}
