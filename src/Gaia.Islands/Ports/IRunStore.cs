using Gaia.Core.Identity;

namespace Gaia.Islands.Ports;

/// <summary>Keeps where runs stand. A write that has returned is durable.</summary>
public interface IRunStore
{
    /// <summary>Stores the state of a run, in place of an older one of the same run.</summary>
    Task SaveAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>The run, or null.</summary>
    Task<RunRecord?> FindAsync(RunId run, CancellationToken cancellationToken);

    /// <summary>The run of this node on this task that was updated last, or null: the one to go on with.</summary>
    Task<RunRecord?> FindLatestAsync(TaskId task, NodeId node, int island, CancellationToken cancellationToken);

    /// <summary>Runs without their checkpoints, the latest update first.</summary>
    /// <param name="limit">Most runs to return, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<RunRecord>> ListAsync(int limit, CancellationToken cancellationToken);
}
