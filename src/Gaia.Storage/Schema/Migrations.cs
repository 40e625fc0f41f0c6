namespace Gaia.Storage.Schema;

/// <summary>Every step of the schema, oldest first.</summary>
/// <remarks>
/// Times are UTC ticks of 100 ns, so that they come back as they were. Ids are blobs of 32 bytes, which SQLite orders
/// as bytes. Genomes stand apart from elites: reading a list of scores then never touches them, and they can be let go
/// while the lineage stays.
/// </remarks>
internal static class Migrations
{
    public static IReadOnlyList<Migration> All { get; } = [new(1, Version1)];

    private const string Version1 = """
        CREATE TABLE identity (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            node BLOB NOT NULL CHECK (length(node) = 32),
            public_key BLOB NOT NULL,
            created INTEGER NOT NULL
        );

        CREATE TABLE peers (
            position INTEGER PRIMARY KEY,
            node BLOB NOT NULL UNIQUE CHECK (length(node) = 32),
            sequence INTEGER NOT NULL,
            issued INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            addresses TEXT NOT NULL,
            mode INTEGER NOT NULL,
            protocol_min INTEGER NOT NULL,
            protocol_max INTEGER NOT NULL,
            build TEXT NOT NULL,
            cores INTEGER NOT NULL,
            simd TEXT NOT NULL,
            gpu TEXT NOT NULL,
            memory INTEGER NOT NULL,
            evaluations REAL NOT NULL,
            signed BLOB NOT NULL
        );

        CREATE TABLE tasks (
            task BLOB PRIMARY KEY CHECK (length(task) = 32),
            canonical BLOB NOT NULL,
            signed BLOB NOT NULL,
            stored INTEGER NOT NULL,
            joined INTEGER NOT NULL
        );

        CREATE TABLE elites (
            task BLOB NOT NULL CHECK (length(task) = 32),
            elite BLOB NOT NULL CHECK (length(elite) = 32),
            score INTEGER NOT NULL,
            origin BLOB NOT NULL CHECK (length(origin) = 32),
            optimizer TEXT NOT NULL,
            generation INTEGER NOT NULL,
            created INTEGER NOT NULL,
            source INTEGER NOT NULL,
            operator TEXT NOT NULL,
            has_genome INTEGER NOT NULL,
            PRIMARY KEY (task, elite)
        ) WITHOUT ROWID;
        CREATE INDEX elites_by_score ON elites (task, has_genome, score DESC, elite);
        CREATE INDEX elites_by_age ON elites (task, has_genome, created);

        CREATE TABLE genomes (
            task BLOB NOT NULL,
            elite BLOB NOT NULL,
            genome BLOB NOT NULL,
            PRIMARY KEY (task, elite),
            FOREIGN KEY (task, elite) REFERENCES elites (task, elite) ON DELETE CASCADE
        );

        CREATE TABLE parents (
            task BLOB NOT NULL,
            elite BLOB NOT NULL,
            position INTEGER NOT NULL,
            parent BLOB NOT NULL CHECK (length(parent) = 32),
            PRIMARY KEY (task, elite, position),
            FOREIGN KEY (task, elite) REFERENCES elites (task, elite) ON DELETE CASCADE
        ) WITHOUT ROWID;
        CREATE INDEX parents_by_parent ON parents (task, parent);

        CREATE TABLE runs (
            run BLOB PRIMARY KEY CHECK (length(run) = 32),
            task BLOB NOT NULL CHECK (length(task) = 32),
            node BLOB NOT NULL CHECK (length(node) = 32),
            island INTEGER NOT NULL,
            started INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            optimizer TEXT NOT NULL,
            generation INTEGER NOT NULL,
            evaluations INTEGER NOT NULL,
            environment_steps INTEGER NOT NULL,
            best_fitness REAL,
            score INTEGER,
            checkpoint BLOB NOT NULL
        );
        CREATE INDEX runs_by_island ON runs (task, node, island, updated);
        CREATE INDEX runs_by_update ON runs (updated);
        """;
}
