using System.Globalization;

namespace Gaia.Storage;

/// <summary>Limits of the store.</summary>
public sealed record StorageOptions
{
    /// <summary>Defaults.</summary>
    public static StorageOptions Default { get; } = new();

    /// <summary>Elites of one task whose genome is kept; beyond it the lowest scores lose theirs,
    /// except the one stored last.</summary>
    /// <value>Default 4096; 1 to 1,000,000. At 4 KiB a genome that is 16 MiB a task.</value>
    public int ElitesPerTask { get; init; } = 4096;

    /// <summary>Elites of one task of which origin, score and parents are kept, with or without their genome; beyond it
    /// the oldest without a genome are forgotten.</summary>
    /// <value>Default 65536; ElitesPerTask to 10,000,000. At 300 bytes an elite that is 20 MiB a task.</value>
    public int AncestorsPerTask { get; init; } = 65536;

    /// <summary>Runs kept; beyond it the one updated longest ago is forgotten.</summary>
    /// <value>Default 256; 1 to 100,000.</value>
    public int MaximumRuns { get; init; } = 256;

    /// <summary>Tasks kept; beyond it the oldest that this node does not work on is forgotten.</summary>
    /// <value>Default 4096; 1 to 1,000,000. At 64 KiB a manifest that is 512 MiB at worst.</value>
    public int MaximumTasks { get; init; } = 4096;

    /// <summary>Size of the database, in bytes; a write beyond it fails as on a full disk.</summary>
    /// <value>Default 4 GiB; 1 MiB to 1 TiB.</value>
    public long MaximumBytes { get; init; } = 4L << 30;

    /// <summary>Writes that wait for the writer; one more waits for room.</summary>
    /// <value>Default 1024; 1 to 65536.</value>
    public int MaximumWaitingWrites { get; init; } = 1024;

    /// <summary>Writes in one transaction at most.</summary>
    /// <value>Default 256; 1 to 65536.</value>
    public int MaximumGroup { get; init; } = 256;

    /// <summary>Longest time for which writes that already wait are gathered into one transaction.</summary>
    /// <value>Default 5 ms; 0 to 1 s. A lone write never waits for company.</value>
    public TimeSpan GroupTime { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Reads at one time, each on its own connection.</summary>
    /// <value>Default 4; 1 to 64.</value>
    public int Readers { get; init; } = 4;

    /// <summary>Every option that is out of range, as <c>key: what is allowed</c>; empty where all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        var errors = new List<string>();
        Range(errors, "storage.elitesPerTask", ElitesPerTask, 1, 1_000_000);
        Range(errors, "storage.ancestorsPerTask", AncestorsPerTask, ElitesPerTask, 10_000_000);
        Range(errors, "storage.maximumRuns", MaximumRuns, 1, 100_000);
        Range(errors, "storage.maximumTasks", MaximumTasks, 1, 1_000_000);
        Range(errors, "storage.maximumBytes", MaximumBytes, 1L << 20, 1L << 40);
        Range(errors, "storage.maximumWaitingWrites", MaximumWaitingWrites, 1, 65536);
        Range(errors, "storage.maximumGroup", MaximumGroup, 1, 65536);
        Range(errors, "storage.groupTime", GroupTime, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Range(errors, "storage.readers", Readers, 1, 64);
        return errors;
    }

    private static void Range<T>(List<string> errors, string key, T value, T minimum, T maximum)
        where T : IComparable<T>, IFormattable
    {
        if (value.CompareTo(minimum) < 0 || value.CompareTo(maximum) > 0)
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{key}: {value} is not {minimum} to {maximum}"));
    }
}
