using Gaia.Core.Identity;
using Gaia.Islands.Tasks;

namespace Gaia.Protocol.Tasks;

/// <summary>A task, who published it, and the bytes that prove it.</summary>
/// <param name="Definition">The validated task.</param>
/// <param name="Publisher">The node that signed the manifest.</param>
/// <param name="SignedBytes">The envelope, verbatim, to store and hand on: the body of a broadcast.</param>
public sealed record SignedTask(TaskDefinition Definition, NodeId Publisher, ReadOnlyMemory<byte> SignedBytes)
{
    /// <summary>The task's id: hash of the manifest's canonical bytes.</summary>
    public TaskId Id => Definition.Id;
}
