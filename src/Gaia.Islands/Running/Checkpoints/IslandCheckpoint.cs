using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Optimizers;

namespace Gaia.Islands.Running.Checkpoints;

/// <summary>The bytes of an island: whose it is, its state, its optimiser.</summary>
/// <param name="Key">Key of the island, which covers task, node and index.</param>
/// <param name="State">The state.</param>
/// <param name="Optimizer">The optimiser's own snapshot.</param>
internal sealed record IslandCheckpoint(Hash256 Key, IslandState State, OptimizerSnapshot Optimizer)
{
    internal const int Version = 1;

    private const int Magic = 0x314C5347; // "GSL1"
    private const int MaxElites = 10_000;
    private const int MaxWindow = 1000;

    internal byte[] ToBytes()
    {
        var writer = new CheckpointWriter();
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Key);
        WriteState(writer, State);
        writer.Write(Optimizer.Type);
        writer.Write(Optimizer.Version);
        writer.Write(Optimizer.State.Span);
        return writer.Finish();
    }

    /// <summary>Null where the bytes are damaged, foreign or of another version.</summary>
    internal static IslandCheckpoint? FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new CheckpointReader(bytes);
        if (reader.ReadInt32() != Magic || reader.ReadInt32() != Version)
            return null;
        var key = reader.ReadHash();
        var state = ReadState(ref reader);
        var optimizer = new OptimizerSnapshot(reader.ReadText(), reader.ReadInt32(), reader.ReadBytes().ToArray());
        return reader.IsSound && reader.IsAtEnd ? new IslandCheckpoint(key, state, optimizer) : null;
    }

    private static void WriteState(CheckpointWriter writer, IslandState state)
    {
        writer.Write(state.Generation);
        writer.Write(state.Restarts);
        writer.Write(state.Evaluations);
        writer.Write(state.HeldOutEpisodes);
        writer.Write(state.EnvironmentSteps);
        writer.Write(state.BestFitness is null ? 0 : 1);
        writer.Write(state.BestFitness ?? 0);
        writer.Write(state.BestKnown is null ? 0 : 1);
        if (state.BestKnown is not null)
            WriteElite(writer, state.BestKnown);
        writer.Write(state.RestartedFrom?.Value);
        writer.Write(state.Evidence.Values.Length);
        foreach (var value in state.Evidence.Values)
            writer.Write(value);
        writer.Write(state.Lineage.Previous?.Value);
        WriteIds(writer, state.Lineage.Injected);
        writer.Write(state.Waiting.Length);
        foreach (var elite in state.Waiting)
            WriteElite(writer, elite);
    }

    private static IslandState ReadState(ref CheckpointReader reader)
    {
        var state = new IslandState
        {
            Generation = reader.ReadInt64(),
            Restarts = reader.ReadInt32(),
            Evaluations = reader.ReadInt64(),
            HeldOutEpisodes = reader.ReadInt64(),
            EnvironmentSteps = reader.ReadInt64(),
        };
        var hasFitness = reader.ReadBoolean();
        var fitness = reader.ReadDouble();
        return state with
        {
            BestFitness = hasFitness ? fitness : null,
            BestKnown = reader.ReadBoolean() ? ReadElite(ref reader) : null,
            RestartedFrom = reader.ReadOptionalHash() is { } from ? new EliteId(from) : null,
            Evidence = ReadEvidence(ref reader),
            Lineage = new Lineage(
                reader.ReadOptionalHash() is { } previous ? new EliteId(previous) : null,
                ReadIds(ref reader)),
            Waiting = ReadWaiting(ref reader),
        };
    }

    private static EvidenceWindow ReadEvidence(ref CheckpointReader reader)
    {
        var values = ImmutableArray.CreateBuilder<double>();
        for (var left = reader.ReadCount(MaxWindow); left > 0; left--)
            values.Add(reader.ReadDouble());
        return new EvidenceWindow(values.ToImmutable());
    }

    private static ImmutableArray<Elite> ReadWaiting(ref CheckpointReader reader)
    {
        var elites = ImmutableArray.CreateBuilder<Elite>();
        for (var left = reader.ReadCount(MaxElites); left > 0 && reader.IsSound; left--)
            elites.Add(ReadElite(ref reader));
        return elites.ToImmutable();
    }

    private static void WriteIds(CheckpointWriter writer, ImmutableArray<EliteId> ids)
    {
        writer.Write(ids.Length);
        foreach (var id in ids)
            writer.Write(id.Value);
    }

    private static ImmutableArray<EliteId> ReadIds(ref CheckpointReader reader)
    {
        var ids = ImmutableArray.CreateBuilder<EliteId>();
        for (var left = reader.ReadCount(Elite.MaxParents); left > 0; left--)
            ids.Add(new EliteId(reader.ReadHash()));
        return ids.ToImmutable();
    }

    private static void WriteElite(CheckpointWriter writer, Elite elite)
    {
        writer.Write(elite.Id.Value);
        writer.Write(elite.Task.Value);
        writer.Write(elite.Genome);
        writer.Write(elite.ScoreMicros);
        WriteIds(writer, elite.Parents);
        writer.Write(elite.Origin.Value);
        writer.Write(elite.Optimizer);
        writer.Write(elite.Generation);
        writer.Write(elite.Created.UtcTicks);
        writer.Write((int)elite.Source);
        writer.Write(elite.OperatorName);
    }

    private static Elite ReadElite(ref CheckpointReader reader) => new()
    {
        Id = new EliteId(reader.ReadHash()),
        Task = new TaskId(reader.ReadHash()),
        Genome = reader.ReadSingles(),
        ScoreMicros = reader.ReadInt64(),
        Parents = ReadIds(ref reader),
        Origin = new NodeId(reader.ReadHash()),
        Optimizer = reader.ReadText(),
        Generation = reader.ReadInt64(),
        Created = new DateTimeOffset(Math.Clamp(reader.ReadInt64(), 0, DateTime.MaxValue.Ticks), TimeSpan.Zero),
        Source = (EliteSource)reader.ReadCount((int)EliteSource.Received),
        OperatorName = reader.ReadText(),
    };
}
