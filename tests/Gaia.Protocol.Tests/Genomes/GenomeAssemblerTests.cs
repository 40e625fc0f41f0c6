using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Genomes;

public sealed class GenomeAssemblerTests
{
    private static readonly TaskId Task = new(Hash256.Sha256([1]));
    private static readonly EliteId Id = new(Hash256.Sha256([2]));
    private static readonly NodeId Origin = new(Hash256.Sha256([3]));

    [Theory]
    [InlineData(1)]
    [InlineData(WireLimits.ChunkDataBytes / 4)]
    [InlineData((WireLimits.ChunkDataBytes / 4) + 1)]
    [InlineData(300_000)]
    public void Finish_AllChunksOfASplitElite_GivesItBack(int length)
    {
        var elite = Make([.. Enumerable.Range(0, length).Select(i => i * 0.37f)]);
        var chunks = GenomeChunks.Split(elite).ToArray();
        Assert.All(chunks, chunk => Assert.InRange(chunk.CalculateSize(), 1, WireLimits.ChunkMessageBytes));
        var assembler = new GenomeAssembler(Task, Id, length);
        Assert.All(chunks, chunk => Assert.Null(assembler.Add(chunk)));
        var read = assembler.Finish();
        Assert.Equal(elite.Genome, read.Value?.Genome);
        Assert.Equal(elite.Parents.AsEnumerable(), read.Value!.Parents);
        Assert.Equal(elite.Created, read.Value.Created);
    }

    [Fact]
    public void Add_NegativeZero_BecomesZero()
    {
        var assembler = new GenomeAssembler(Task, Id, 1);
        Assert.Null(assembler.Add(GenomeChunks.Split(Make([-0f])).Single()));
        Assert.False(float.IsNegative(assembler.Finish().Value!.Genome[0]));
    }

    [Fact]
    public void Finish_ChunkMissing_IsRefused()
    {
        var assembler = new GenomeAssembler(Task, Id, 300_000);
        Assert.Null(assembler.Add(GenomeChunks.Split(Make(new float[300_000])).First()));
        Assert.False(assembler.IsComplete);
        Assert.Equal(RejectionReason.BadGenome, assembler.Finish().Rejection?.Reason);
    }

    [Fact]
    public void Rejects_ChunkThatIsNotAsAskedFor()
    {
        AssertRefused(RejectionReason.Malformed, chunk => chunk.Header = null);
        AssertRefused(RejectionReason.BadGenome, chunk => chunk.Header.Task = chunk.Header.Elite);
        AssertRefused(RejectionReason.BadGenome, chunk => chunk.Header.Elite = chunk.Header.Task);
        AssertRefused(RejectionReason.BadGenome, chunk => chunk.Header.GenomeLength = uint.MaxValue);
        AssertRefused(RejectionReason.BadId, chunk => chunk.Header.Origin = ByteString.Empty);
        AssertRefused(RejectionReason.BadId, chunk => chunk.Header.Parents[0] = ByteString.Empty);
        AssertRefused(RejectionReason.TooMany, chunk => chunk.Header.Parents.Add(chunk.Header.Elite));
        AssertRefused(RejectionReason.OutOfRange, chunk => chunk.Header.Generation = -1);
        AssertRefused(RejectionReason.OutOfRange, chunk => chunk.Header.Optimizer = new string('x', 65));
        AssertRefused(RejectionReason.OutOfRange, chunk => chunk.Header.OperatorName = "\u0007");
        AssertRefused(RejectionReason.Time, chunk => chunk.Header.CreatedMs = -1);
        AssertRefused(RejectionReason.BadGenome, chunk => chunk.Data = ByteString.Empty);
        AssertRefused(RejectionReason.BadGenome, chunk => chunk.Data = ByteString.CopyFrom(new byte[7]));
        AssertRefused(RejectionReason.BadGenome, chunk => chunk.Data = ByteString.CopyFrom(new byte[12]));
        AssertRefused(RejectionReason.BadGenome, chunk => chunk.Data = ByteString.CopyFrom(0, 0, 0xc0, 0x7f));
    }

    [Fact]
    public void Rejects_SecondHeader()
    {
        var assembler = new GenomeAssembler(Task, Id, 2);
        var chunk = GenomeChunks.Split(Make([1, 2])).Single();
        chunk.Data = ByteString.CopyFrom(new byte[4]);
        Assert.Null(assembler.Add(chunk));
        Assert.Equal(RejectionReason.Malformed, assembler.Add(chunk)?.Reason);
    }

    [Fact]
    public void Add_AnyData_TakesWholeFiniteParametersOnly() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), data =>
        {
            var assembler = new GenomeAssembler(Task, Id, 8);
            var chunk = GenomeChunks.Split(Make(new float[8])).Single();
            chunk.Data = ByteString.CopyFrom(data);
            var rejection = assembler.Add(chunk);
            var sound = data.Length is > 0 and <= 32 && data.Length % 4 == 0
                && Enumerable.Range(0, data.Length / 4).All(i => float.IsFinite(BitConverter.ToSingle(data, i * 4)));
            return sound == (rejection is null) && assembler.IsComplete == (sound && data.Length == 32);
        }).QuickCheckThrowOnFailure();

    private static void AssertRefused(RejectionReason reason, Action<GenomeChunk> change)
    {
        var chunk = GenomeChunks.Split(Make([1, 2])).Single();
        change(chunk);
        Assert.Equal(reason, new GenomeAssembler(Task, Id, 2).Add(chunk)?.Reason);
    }

    private static Elite Make(float[] genome) => new()
    {
        Id = Id,
        Task = Task,
        Genome = genome,
        ScoreMicros = 1,
        Parents = [new EliteId(Hash256.Sha256([4])), new EliteId(Hash256.Sha256([5]))],
        Origin = Origin,
        Optimizer = "cma_es",
        Generation = 3,
        Created = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_001),
        Source = EliteSource.Local,
        OperatorName = EliteOperator.Sample,
    };
}
