using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Opening;

/// <summary>Turns what SQLite and the operating system report into failures that people can act on.</summary>
internal static class StoreFailures
{
    private const int Readonly = 8;
    private const int IoError = 10;
    private const int Corrupted = 11;
    private const int DiskFull = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    public static StoreFailure Unwritable(string directory, string why) => new(
        StoreFault.Unwritable,
        directory,
        $"The data directory {directory} cannot be written: {why.TrimEnd('.')}.",
        "Choose another with --data, or give this user the right to write there.");

    public static StoreFailure InUse(string directory) => new(
        StoreFault.InUse,
        directory,
        $"Another node is running on the data directory {directory}.",
        "Stop it, or give this one its own directory with --data.");

    public static StoreFailure Corrupt(string file, string why) => new(
        StoreFault.Corrupt,
        file,
        $"The database {file} cannot be trusted: {why.TrimEnd('.')}.",
        "Move it away and start again: the identity is kept in its own file, tasks and elites come back from peers.");

    public static StoreFailure TooNew(string file, int found, int known) => new(
        StoreFault.TooNew,
        file,
        $"The database {file} has schema {found}; this program knows up to schema {known}.",
        "Run the newer program, or choose another directory with --data.");

    public static StoreFailure Full(string file) => new(
        StoreFault.Full,
        file,
        $"There is no room left for the database {file}.",
        "Free space on that disk, or raise storage.maximumBytes.");

    public static StoreFailure Io(string file, string why) => new(
        StoreFault.Io,
        file,
        $"The disk failed for {file}: {why.TrimEnd('.')}.",
        "Check the disk; what was stored is kept.");

    public static StoreFailure ForeignIdentity(string file, string known, string given) => new(
        StoreFault.ForeignIdentity,
        file,
        $"The database {file} belongs to node {known}, but the identity key is that of node {given}.",
        "Put the right key back, or choose another directory with --data.");

    /// <summary>What a SQLite error means; null where it is a programmer's error.</summary>
    public static StoreFailure? From(SqliteException error, string file) => error.SqliteErrorCode switch
    {
        Corrupted or NoDatabase => Corrupt(file, error.Message),
        DiskFull => Full(file),
        IoError => Io(file, error.Message),
        Readonly or CannotOpen => Unwritable(Path.GetDirectoryName(file) ?? file, error.Message),
        _ => null,
    };

    /// <summary>The exception that readers and writers see in place of SQLite's.</summary>
    public static Exception Wrap(SqliteException error, string file) =>
        From(error, file) is { } failure ? new StoreException(failure, error) : error;
}
