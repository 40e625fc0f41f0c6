using System.Buffers.Binary;
using System.Collections.Immutable;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Running;

/// <summary>Which of a task's optimisers an island searches with.</summary>
/// <remarks>
/// Drawn by weight from SHA-256("gaia/optimizer/1" || node id || task id || island index): the same on every restart,
/// different from node to node, and no node has to ask another.
/// </remarks>
public static class OptimizerDraw
{
    /// <summary>The terms that the island drew.</summary>
    /// <param name="task">The task.</param>
    /// <param name="node">The node that the island runs on.</param>
    /// <param name="island">Index on that node, 0 or more.</param>
    public static OptimizerTerms For(TaskDefinition task, NodeId node, int island)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentOutOfRangeException.ThrowIfNegative(island);
        using var hasher = new DomainHasher(HashDomain.Optimizer);
        Span<byte> digest = stackalloc byte[Hash256.ByteLength];
        hasher
            .AppendHash(node.Value)
            .AppendHash(task.Id.Value)
            .AppendUInt32LittleEndian((uint)island)
            .Finish()
            .CopyTo(digest);
        var uniform = (BinaryPrimitives.ReadUInt64LittleEndian(digest) >> 11) / (double)(1L << 53);
        return Pick(task.Manifest.Optimizers, uniform);
    }

    /// <summary>The entry at a place in [0, 1) of the weights laid end to end.</summary>
    internal static OptimizerTerms Pick(ImmutableArray<OptimizerTerms> choices, double uniform)
    {
        var left = uniform * choices.Sum(choice => choice.Weight);
        foreach (var choice in choices)
        {
            left -= choice.Weight;
            if (left < 0)
                return choice;
        }

        return choices[^1];
    }
}
