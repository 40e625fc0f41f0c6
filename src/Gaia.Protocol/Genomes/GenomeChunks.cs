using System.Buffers.Binary;
using Gaia.Islands.Elites;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Genomes;

/// <summary>Cuts an elite into messages.</summary>
internal static class GenomeChunks
{
    /// <summary>The header and the first parameters, then the rest; each message within its limit.</summary>
    public static IEnumerable<GenomeChunk> Split(Elite elite)
    {
        var header = HeaderOf(elite);
        const int Step = WireLimits.ChunkDataBytes / sizeof(float);
        for (var start = 0; start < elite.Genome.Length; start += Step)
        {
            var count = Math.Min(Step, elite.Genome.Length - start);
            var bytes = new byte[count * sizeof(float)];
            for (var i = 0; i < count; i++)
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), elite.Genome[start + i]);
            yield return new GenomeChunk { Header = header, Data = UnsafeByteOperations.UnsafeWrap(bytes) };
            header = null;
        }
    }

    private static GenomeHeader HeaderOf(Elite elite)
    {
        var header = new GenomeHeader
        {
            Task = IdBytes.Of(elite.Task.Value),
            Elite = IdBytes.Of(elite.Id.Value),
            GenomeLength = (uint)elite.Genome.Length,
            ScoreMicros = elite.ScoreMicros,
            Origin = IdBytes.Of(elite.Origin.Value),
            Optimizer = elite.Optimizer,
            OperatorName = elite.OperatorName,
            Generation = elite.Generation,
            CreatedMs = elite.Created.ToUnixTimeMilliseconds(),
        };
        header.Parents.AddRange(elite.Parents.Take(WireLimits.Parents).Select(parent => IdBytes.Of(parent.Value)));
        return header;
    }
}
