using Gaia.Core.Identity;

namespace Gaia.Islands.Ports;

/// <summary>Keeps tasks. A write that has returned is durable.</summary>
public interface ITaskStore
{
    /// <summary>Stores a task; false where it is there already, which changes nothing.</summary>
    Task<bool> AddAsync(StoredTask task, CancellationToken cancellationToken);

    /// <summary>Notes whether this node works on a task; false where the task is not stored.</summary>
    Task<bool> SetJoinedAsync(TaskId task, bool joined, CancellationToken cancellationToken);

    /// <summary>The task, or null.</summary>
    Task<StoredTask?> FindAsync(TaskId task, CancellationToken cancellationToken);

    /// <summary>Every task, the oldest first.</summary>
    Task<IReadOnlyList<StoredTask>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Forgets a task; its elites and runs stay. False where it is not stored.</summary>
    Task<bool> RemoveAsync(TaskId task, CancellationToken cancellationToken);
}
