using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Ports;
using Gaia.Storage.Reading;
using Gaia.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Elites;

/// <summary>Elites in the database: genomes for the best, origin and parents for all.</summary>
/// <remarks>
/// Two bounds a task. Beyond the first the lowest scores lose their genome, except the one that has just been stored:
/// they can no longer be served, but the lineage of what grew from them stays whole. Beyond the second the oldest of
/// those are forgotten altogether. An elite without a genome counts as not stored, and may be stored again.
/// </remarks>
internal sealed class EliteStore(WriteLoop writer, ReadPool readers, StorageOptions options) : IEliteStore
{
    private const string Columns = """
        SELECT e.elite, e.score, e.origin, e.optimizer, e.generation, e.created, e.source, e.operator, g.genome
        FROM elites e JOIN genomes g ON g.task = e.task AND g.elite = e.elite
        """;

    public Task<bool> AddAsync(Elite elite, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(elite);
        return writer.WriteAsync((connection, transaction) => Add(connection, transaction, elite), cancellationToken);
    }

    public Task<Elite?> FindAsync(TaskId task, EliteId elite, CancellationToken cancellationToken) => readers.ReadAsync(
        connection => Read(
            connection,
            task,
            Columns + " WHERE e.task = $task AND e.elite = $elite",
            ("$task", task.Value.ToArray()),
            ("$elite", elite.Value.ToArray())).FirstOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<Elite>> ListBestAsync(TaskId task, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return readers.ReadAsync(
            IReadOnlyList<Elite> (connection) => Read(
                connection,
                task,
                Columns + " WHERE e.task = $task AND e.has_genome = 1 ORDER BY e.score DESC, e.elite LIMIT $limit",
                ("$task", task.Value.ToArray()),
                ("$limit", limit)),
            cancellationToken);
    }

    public Task<long> CountAsync(TaskId task, CancellationToken cancellationToken) => readers.ReadAsync(
        connection => Count(connection, null, task.Value.ToArray(), hasGenome: true), cancellationToken);

    private bool Add(SqliteConnection connection, SqliteTransaction transaction, Elite elite)
    {
        var task = elite.Task.Value.ToArray();
        var id = elite.Id.Value.ToArray();
        var added = connection.Execute(
            transaction,
            """
            INSERT INTO elites
                (task, elite, score, origin, optimizer, generation, created, source, operator, has_genome)
            VALUES ($task, $elite, $score, $origin, $optimizer, $generation, $created, $source, $operator, 1)
            ON CONFLICT (task, elite) DO UPDATE SET has_genome = 1 WHERE has_genome = 0
            """,
            ("$task", task),
            ("$elite", id),
            ("$score", elite.ScoreMicros),
            ("$origin", elite.Origin.Value.ToArray()),
            ("$optimizer", elite.Optimizer),
            ("$generation", elite.Generation),
            ("$created", Rows.Ticks(elite.Created)),
            ("$source", (int)elite.Source),
            ("$operator", elite.OperatorName)) == 1;
        if (!added)
            return false;
        connection.Execute(
            transaction,
            "INSERT INTO genomes (task, elite, genome) VALUES ($task, $elite, $genome)",
            ("$task", task),
            ("$elite", id),
            ("$genome", Rows.FloatBytes(elite.Genome)));
        for (var position = 0; position < elite.Parents.Length; position++)
        {
            connection.Execute(
                transaction,
                """
                INSERT INTO parents (task, elite, position, parent) VALUES ($task, $elite, $position, $parent)
                ON CONFLICT DO NOTHING
                """,
                ("$task", task),
                ("$elite", id),
                ("$position", position),
                ("$parent", elite.Parents[position].Value.ToArray()));
        }

        Trim(connection, transaction, task, id);
        return true;
    }

    // Never the genome just stored: its caller was told that it is there.
    private void Trim(SqliteConnection connection, SqliteTransaction transaction, byte[] task, byte[] added)
    {
        var served = Count(connection, transaction, task, hasGenome: true);
        if (served > options.ElitesPerTask)
        {
            connection.Execute(
                transaction,
                """
                UPDATE elites SET has_genome = 0 WHERE task = $task AND elite IN (
                    SELECT elite FROM elites WHERE task = $task AND has_genome = 1 AND elite <> $added
                    ORDER BY score, elite DESC LIMIT $excess)
                """,
                ("$task", task),
                ("$added", added),
                ("$excess", served - options.ElitesPerTask));
            connection.Execute(
                transaction,
                """
                DELETE FROM genomes WHERE task = $task AND elite IN (
                    SELECT g.elite FROM genomes g JOIN elites e ON e.task = g.task AND e.elite = g.elite
                    WHERE g.task = $task AND e.has_genome = 0)
                """,
                ("$task", task));
            served = options.ElitesPerTask;
        }

        var all = served + Count(connection, transaction, task, hasGenome: false);
        if (all > options.AncestorsPerTask)
        {
            connection.Execute(
                transaction,
                """
                DELETE FROM elites WHERE task = $task AND elite IN (
                    SELECT elite FROM elites WHERE task = $task AND has_genome = 0
                    ORDER BY created, elite LIMIT $excess)
                """,
                ("$task", task),
                ("$excess", all - options.AncestorsPerTask));
        }
    }

    private static long Count(
        SqliteConnection connection, SqliteTransaction? transaction, byte[] task, bool hasGenome) =>
        connection.Scalar(
            transaction,
            "SELECT count(*) FROM elites WHERE task = $task AND has_genome = $has",
            ("$task", task),
            ("$has", hasGenome ? 1 : 0));

    private static List<Elite> Read(
        SqliteConnection connection,
        TaskId task,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        // One moment for elites and parents: a write may come in between.
        using var moment = connection.BeginTransaction(deferred: true);
        var elites = new List<Elite>();
        using (var command = connection.Command(moment, sql, parameters))
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
                elites.Add(ReadRow(row, task));
        }

        for (var index = 0; index < elites.Count; index++)
            elites[index] = elites[index] with { Parents = Parents(connection, moment, task, elites[index].Id) };
        return elites;
    }

    private static Elite ReadRow(SqliteDataReader row, TaskId task) => new()
    {
        Id = new EliteId(row.Hash(0)),
        Task = task,
        ScoreMicros = row.GetInt64(1),
        Origin = new NodeId(row.Hash(2)),
        Optimizer = row.GetString(3),
        Generation = row.GetInt64(4),
        Created = row.Time(5),
        Source = (EliteSource)row.GetInt32(6),
        OperatorName = row.GetString(7),
        Genome = Rows.Floats(row.Bytes(8)),
        Parents = [],
    };

    private static ImmutableArray<EliteId> Parents(
        SqliteConnection connection, SqliteTransaction moment, TaskId task, EliteId elite)
    {
        var parents = ImmutableArray.CreateBuilder<EliteId>();
        using var command = connection.Command(
            moment,
            "SELECT parent FROM parents WHERE task = $task AND elite = $elite ORDER BY position",
            ("$task", task.Value.ToArray()),
            ("$elite", elite.Value.ToArray()));
        using var row = command.ExecuteReader();
        while (row.Read())
            parents.Add(new EliteId(row.Hash(0)));
        return parents.ToImmutable();
    }
}
