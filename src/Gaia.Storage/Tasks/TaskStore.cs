using Gaia.Core.Identity;
using Gaia.Islands.Ports;
using Gaia.Storage.Reading;
using Gaia.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Tasks;

/// <summary>Tasks in the database, their bytes verbatim.</summary>
internal sealed class TaskStore(WriteLoop writer, ReadPool readers, StorageOptions options) : ITaskStore
{
    private const string Columns = "SELECT task, canonical, signed, stored, joined FROM tasks";

    public Task<bool> AddAsync(StoredTask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        return writer.WriteAsync((connection, transaction) => Add(connection, transaction, task), cancellationToken);
    }

    public Task<bool> SetJoinedAsync(TaskId task, bool joined, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            (connection, transaction) => connection.Execute(
                transaction,
                "UPDATE tasks SET joined = $joined WHERE task = $task",
                ("$task", task.Value.ToArray()),
                ("$joined", joined ? 1 : 0)) == 1,
            cancellationToken);

    public Task<StoredTask?> FindAsync(TaskId task, CancellationToken cancellationToken) => readers.ReadAsync(
        connection => Read(connection, Columns + " WHERE task = $task", ("$task", task.Value.ToArray()))
            .FirstOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<StoredTask>> ListAsync(CancellationToken cancellationToken) => readers.ReadAsync(
        IReadOnlyList<StoredTask> (connection) => Read(connection, Columns + " ORDER BY stored, task"),
        cancellationToken);

    public Task<bool> RemoveAsync(TaskId task, CancellationToken cancellationToken) => writer.WriteAsync(
        (connection, transaction) => connection.Execute(
            transaction, "DELETE FROM tasks WHERE task = $task", ("$task", task.Value.ToArray())) == 1,
        cancellationToken);

    private bool Add(SqliteConnection connection, SqliteTransaction transaction, StoredTask task)
    {
        var added = connection.Execute(
            transaction,
            """
            INSERT INTO tasks (task, canonical, signed, stored, joined)
            VALUES ($task, $canonical, $signed, $stored, $joined) ON CONFLICT DO NOTHING
            """,
            ("$task", task.Id.Value.ToArray()),
            ("$canonical", task.CanonicalBytes.ToArray()),
            ("$signed", task.SignedBytes.ToArray()),
            ("$stored", Rows.Ticks(task.Stored)),
            ("$joined", task.Joined ? 1 : 0)) == 1;
        if (added)
            Trim(connection, transaction, task.Id);
        return added;
    }

    // Never the task just stored: its caller was told that it is there.
    private void Trim(SqliteConnection connection, SqliteTransaction transaction, TaskId added)
    {
        var excess = connection.Scalar(transaction, "SELECT count(*) FROM tasks") - options.MaximumTasks;
        if (excess <= 0)
            return;
        connection.Execute(
            transaction,
            """
            DELETE FROM tasks WHERE task IN (
                SELECT task FROM tasks WHERE joined = 0 AND task <> $added ORDER BY stored, task LIMIT $excess)
            """,
            ("$added", added.Value.ToArray()),
            ("$excess", excess));
    }

    private static List<StoredTask> Read(
        SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var tasks = new List<StoredTask>();
        using var command = connection.Command(null, sql, parameters);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            tasks.Add(new StoredTask
            {
                Id = new TaskId(row.Hash(0)),
                CanonicalBytes = row.Bytes(1),
                SignedBytes = row.Bytes(2),
                Stored = row.Time(3),
                Joined = row.GetInt64(4) != 0,
            });
        }

        return tasks;
    }
}
