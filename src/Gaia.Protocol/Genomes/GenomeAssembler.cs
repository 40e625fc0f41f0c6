using System.Buffers.Binary;
using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Wire;

namespace Gaia.Protocol.Genomes;

/// <summary>Puts the messages of one elite together again. Trusts nothing but its caller.</summary>
/// <param name="task">The task that was asked for.</param>
/// <param name="elite">The elite that was asked for.</param>
/// <param name="length">Parameters that it must have; memory is taken for these and no more.</param>
internal sealed class GenomeAssembler(TaskId task, EliteId elite, int length)
{
    private readonly float[] _genome = new float[length];
    private GenomeHeader? _header;
    private ImmutableArray<EliteId> _parents;
    private NodeId _origin;
    private DateTimeOffset _created;
    private int _filled;

    /// <summary>True once every parameter is there.</summary>
    public bool IsComplete => _header is not null && _filled == length;

    /// <summary>Takes the next message; returns why it is refused, or null.</summary>
    public Rejection? Add(GenomeChunk chunk)
    {
        if (_header is null)
        {
            if (chunk.Header is null)
                return new Rejection(RejectionReason.Malformed, "The first chunk has no header.");
            if (ReadHeader(chunk.Header) is { } rejection)
                return rejection;
        }
        else if (chunk.Header is not null)
        {
            return new Rejection(RejectionReason.Malformed, "A second header.");
        }

        return Append(chunk.Data.Span);
    }

    /// <summary>The elite, or a refusal where parameters are missing.</summary>
    public Decoded<Elite> Finish() => IsComplete
        ? new Elite
        {
            Id = elite,
            Task = task,
            Genome = _genome,
            ScoreMicros = _header!.ScoreMicros,
            Parents = _parents,
            Origin = _origin,
            Optimizer = _header.Optimizer,
            Generation = _header.Generation,
            Created = _created,
            Source = EliteSource.Received,
            OperatorName = _header.OperatorName,
        }
        : Decoded<Elite>.Reject(RejectionReason.BadGenome, $"{_filled} of {length} parameters came.");

    private Rejection? ReadHeader(GenomeHeader header)
    {
        if (!IdBytes.TryRead(header.Task, out var headerTask) || headerTask != task.Value
            || !IdBytes.TryRead(header.Elite, out var headerElite) || headerElite != elite.Value)
            return new Rejection(RejectionReason.BadGenome, "Another elite than the one asked for.");
        if (header.GenomeLength != length)
            return new Rejection(RejectionReason.BadGenome, $"{header.GenomeLength} parameters, not {length}.");
        if (header.Parents.Count > WireLimits.Parents)
            return new Rejection(RejectionReason.TooMany, $"{header.Parents.Count} parents.");
        if (!IdBytes.TryReadElites(header.Parents, out _parents) || !IdBytes.TryRead(header.Origin, out var origin))
            return new Rejection(RejectionReason.BadId, "A parent or the origin has no id.");
        if (!IsName(header.Optimizer) || !IsName(header.OperatorName) || header.Generation < 0)
            return new Rejection(RejectionReason.OutOfRange, "A field of the provenance is out of range.");
        if (!UnixTime.TryRead(header.CreatedMs, out _created))
            return new Rejection(RejectionReason.Time, "A time outside the calendar.");
        _origin = new NodeId(origin);
        _header = header;
        return null;
    }

    private Rejection? Append(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty || data.Length % sizeof(float) != 0)
            return new Rejection(RejectionReason.BadGenome, $"A chunk of {data.Length} bytes.");
        if (data.Length / sizeof(float) > length - _filled)
            return new Rejection(RejectionReason.BadGenome, $"More than {length} parameters.");
        for (var i = 0; i < data.Length; i += sizeof(float))
        {
            var value = BinaryPrimitives.ReadSingleLittleEndian(data[i..]);
            if (!float.IsFinite(value))
                return new Rejection(RejectionReason.BadGenome, $"Parameter {_filled} is not finite.");
            // An id covers -0 as +0; one form of the genome belongs to one id.
            _genome[_filled++] = value == 0f ? 0f : value;
        }

        return null;
    }

    private static bool IsName(string text) => text.Length <= WireLimits.NameBytes && WireText.IsClean(text);
}
