using System.Buffers.Binary;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Ports;

namespace Gaia.Storage.Tests;

/// <summary>A data directory that goes with its test, and values that tests name by a number.</summary>
internal sealed class TemporaryStore : IDisposable
{
    public static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("gaia-storage-").FullName;

    public string File => Path.Combine(Directory, GaiaStore.FileName);

    public static Hash256 Hash(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return Hash256.Sha256(bytes);
    }

    public static TaskId Task(int number) => new(Hash(number));

    public static NodeId Node(int number) => new(Hash(number));

    public static EliteId EliteId(int number) => new(Hash(number));

    public static StoredTask StoredTask(int number, bool joined = false) => new()
    {
        Id = Task(number),
        CanonicalBytes = new byte[] { 1, 2, (byte)number },
        SignedBytes = new byte[] { 9, (byte)number },
        Stored = Time.AddSeconds(number),
        Joined = joined,
    };

    public static Elite Elite(int number, long score = 0, int task = 1, params int[] parents) => new()
    {
        Id = EliteId(number),
        Task = Task(task),
        Genome = [number, -1.5f, float.Epsilon, 1e30f],
        ScoreMicros = score,
        Parents = [.. parents.Select(EliteId)],
        Origin = Node(7),
        Optimizer = "cma_es",
        Generation = number,
        Created = Time.AddSeconds(number),
        Source = number % 2 == 0 ? EliteSource.Local : EliteSource.Received,
        OperatorName = EliteOperator.Sample,
    };

    public static RunRecord Run(int number, int task = 1, int updated = 0) => new()
    {
        Run = new RunId(Hash(number)),
        Task = Task(task),
        Node = Node(7),
        Island = 0,
        Started = Time,
        Updated = Time.AddSeconds(updated),
        Optimizer = "cma_es",
        Generation = number,
        Evaluations = 10,
        EnvironmentSteps = 1000,
        BestFitness = 1.25,
        ScoreMicros = -5,
        Checkpoint = new byte[] { 1, 2, 3 },
    };

    public static void AssertSame(Elite expected, Elite? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Genome, actual.Genome);
        Assert.Equal(expected.Parents.AsEnumerable(), actual.Parents.AsEnumerable());
        Assert.Equal(Fields(expected), Fields(actual));
    }

    public async Task<GaiaStore> OpenAsync(StorageOptions? options = null)
    {
        var opening = await GaiaStore.OpenAsync(
            Directory, options ?? StorageOptions.Default, TimeProvider.System, CancellationToken.None);
        Assert.True(opening.TryGet(out var store, out var failure), failure?.ToString());
        return store;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private static (EliteId, TaskId, long, NodeId, string, long, DateTimeOffset, EliteSource, string) Fields(Elite e) =>
        (e.Id, e.Task, e.ScoreMicros, e.Origin, e.Optimizer, e.Generation, e.Created, e.Source, e.OperatorName);
}
