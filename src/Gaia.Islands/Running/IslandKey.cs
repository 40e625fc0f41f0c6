using System.Buffers.Binary;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Islands.Running;

/// <summary>What names all of an island's random numbers.</summary>
/// <remarks>
/// The key is SHA-256("gaia/island/1" || task id || node id || island index), the index a uint32, least significant
/// byte first. Two islands never share it, so they search differently even with one optimiser in the task.
/// </remarks>
public static class IslandKey
{
    /// <summary>The key of an island.</summary>
    /// <param name="task">The task.</param>
    /// <param name="node">The node that the island runs on.</param>
    /// <param name="island">Index on that node, 0 or more.</param>
    public static Hash256 Of(TaskId task, NodeId node, int island)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(island);
        using var hasher = new DomainHasher(HashDomain.Island);
        return hasher
            .AppendHash(task.Value)
            .AppendHash(node.Value)
            .AppendUInt32LittleEndian((uint)island)
            .Finish();
    }

    /// <summary>The 64-bit Philox key of the island's optimiser.</summary>
    /// <remarks>
    /// Before any restart the first eight bytes of the island's key; after restart r those of
    /// SHA-256("gaia/optimizer/1" || island key || r), r a uint32. Bytes are read least significant first.
    /// </remarks>
    /// <param name="islandKey">Key of the island.</param>
    /// <param name="restart">Restarts of the optimiser so far.</param>
    public static ulong ForOptimizer(Hash256 islandKey, int restart)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(restart);
        var source = islandKey;
        if (restart > 0)
        {
            using var hasher = new DomainHasher(HashDomain.Optimizer);
            source = hasher.AppendHash(islandKey).AppendUInt32LittleEndian((uint)restart).Finish();
        }

        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        source.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
