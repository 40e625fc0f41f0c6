using Gaia.Core.Identity;
using Gaia.Islands.Elites;

namespace Gaia.Islands.Ports;

/// <summary>Keeps elites with their parents. A write that has returned is durable.</summary>
/// <remarks>An elite that left the archive stays here: lineage needs it, and it can still be served.</remarks>
public interface IEliteStore
{
    /// <summary>Stores an elite; false where (task, id) is there already, which changes nothing.</summary>
    Task<bool> AddAsync(Elite elite, CancellationToken cancellationToken);

    /// <summary>The elite, or null.</summary>
    Task<Elite?> FindAsync(TaskId task, EliteId elite, CancellationToken cancellationToken);

    /// <summary>The best elites of a task: higher score first, ties by the lower id.</summary>
    /// <param name="task">The task.</param>
    /// <param name="limit">Most elites to return, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<Elite>> ListBestAsync(TaskId task, int limit, CancellationToken cancellationToken);

    /// <summary>Number of elites stored for a task.</summary>
    Task<long> CountAsync(TaskId task, CancellationToken cancellationToken);
}
