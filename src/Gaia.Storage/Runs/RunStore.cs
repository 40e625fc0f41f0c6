using Gaia.Core.Identity;
using Gaia.Islands.Ports;
using Gaia.Storage.Reading;
using Gaia.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Runs;

/// <summary>Runs and their checkpoints in the database.</summary>
internal sealed class RunStore(WriteLoop writer, ReadPool readers, StorageOptions options) : IRunStore
{
    private const string Columns = """
        SELECT run, task, node, island, started, updated, optimizer, generation, evaluations, environment_steps,
            best_fitness, score
        """;

    public Task SaveAsync(RunRecord run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return writer.WriteAsync((connection, transaction) => Save(connection, transaction, run), cancellationToken);
    }

    public Task<RunRecord?> FindAsync(RunId run, CancellationToken cancellationToken) => readers.ReadAsync(
        connection => Read(
            connection,
            Columns + ", checkpoint FROM runs WHERE run = $run",
            ("$run", run.Value.ToArray())).FirstOrDefault(),
        cancellationToken);

    public Task<RunRecord?> FindLatestAsync(
        TaskId task, NodeId node, int island, CancellationToken cancellationToken) => readers.ReadAsync(
        connection => Read(
            connection,
            Columns + """
            , checkpoint FROM runs WHERE task = $task AND node = $node AND island = $island
            ORDER BY updated DESC, run LIMIT 1
            """,
            ("$task", task.Value.ToArray()),
            ("$node", node.Value.ToArray()),
            ("$island", island)).FirstOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<RunRecord>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return readers.ReadAsync(
            IReadOnlyList<RunRecord> (connection) => Read(
                connection,
                Columns + ", x'' FROM runs ORDER BY updated DESC, run LIMIT $limit",
                ("$limit", limit)),
            cancellationToken);
    }

    private bool Save(SqliteConnection connection, SqliteTransaction transaction, RunRecord run)
    {
        connection.Execute(
            transaction,
            """
            INSERT INTO runs (run, task, node, island, started, updated, optimizer, generation, evaluations,
                environment_steps, best_fitness, score, checkpoint)
            VALUES ($run, $task, $node, $island, $started, $updated, $optimizer, $generation, $evaluations,
                $steps, $fitness, $score, $checkpoint)
            ON CONFLICT (run) DO UPDATE SET updated = excluded.updated, optimizer = excluded.optimizer,
                generation = excluded.generation, evaluations = excluded.evaluations,
                environment_steps = excluded.environment_steps, best_fitness = excluded.best_fitness,
                score = excluded.score, checkpoint = excluded.checkpoint
            """,
            ("$run", run.Run.Value.ToArray()),
            ("$task", run.Task.Value.ToArray()),
            ("$node", run.Node.Value.ToArray()),
            ("$island", run.Island),
            ("$started", Rows.Ticks(run.Started)),
            ("$updated", Rows.Ticks(run.Updated)),
            ("$optimizer", run.Optimizer),
            ("$generation", run.Generation),
            ("$evaluations", run.Evaluations),
            ("$steps", run.EnvironmentSteps),
            ("$fitness", run.BestFitness),
            ("$score", run.ScoreMicros),
            ("$checkpoint", run.Checkpoint.ToArray()));
        var excess = connection.Scalar(transaction, "SELECT count(*) FROM runs") - options.MaximumRuns;
        if (excess > 0)
        {
            connection.Execute(
                transaction,
                """
                DELETE FROM runs WHERE run IN (
                    SELECT run FROM runs WHERE run <> $run ORDER BY updated, run LIMIT $excess)
                """,
                ("$run", run.Run.Value.ToArray()),
                ("$excess", excess));
        }

        return true;
    }

    private static List<RunRecord> Read(
        SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var runs = new List<RunRecord>();
        using var command = connection.Command(null, sql, parameters);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            runs.Add(new RunRecord
            {
                Run = new RunId(row.Hash(0)),
                Task = new TaskId(row.Hash(1)),
                Node = new NodeId(row.Hash(2)),
                Island = row.GetInt32(3),
                Started = row.Time(4),
                Updated = row.Time(5),
                Optimizer = row.GetString(6),
                Generation = row.GetInt64(7),
                Evaluations = row.GetInt64(8),
                EnvironmentSteps = row.GetInt64(9),
                BestFitness = row.IsDBNull(10) ? null : row.GetDouble(10),
                ScoreMicros = row.IsDBNull(11) ? null : row.GetInt64(11),
                Checkpoint = row.Bytes(12),
            });
        }

        return runs;
    }
}
