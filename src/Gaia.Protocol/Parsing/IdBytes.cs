using System.Collections.Immutable;
using Gaia.Core.Identity;
using Google.Protobuf;

namespace Gaia.Protocol.Parsing;

/// <summary>Identifiers as 32 bytes of a message.</summary>
internal static class IdBytes
{
    public static ByteString Of(Hash256 id) => UnsafeByteOperations.UnsafeWrap(id.ToArray());

    /// <summary>Reads an identifier of 32 bytes that is not all zero.</summary>
    public static bool TryRead(ByteString bytes, out Hash256 id) =>
        Hash256.TryFromBytes(bytes.Span, out id) && !id.IsZero;

    /// <summary>Reads a list whose length the caller has checked; false where one of them is no id.</summary>
    public static bool TryReadElites(IReadOnlyCollection<ByteString> list, out ImmutableArray<EliteId> ids)
    {
        var builder = ImmutableArray.CreateBuilder<EliteId>(list.Count);
        ids = [];
        foreach (var bytes in list)
        {
            if (!TryRead(bytes, out var id))
                return false;
            builder.Add(new EliteId(id));
        }

        ids = builder.MoveToImmutable();
        return true;
    }

    /// <inheritdoc cref="TryReadElites"/>
    public static bool TryReadTasks(IReadOnlyCollection<ByteString> list, out ImmutableArray<TaskId> ids)
    {
        ids = [];
        if (!TryReadElites(list, out var raw))
            return false;
        ids = [.. raw.Select(id => new TaskId(id.Value))];
        return true;
    }
}
