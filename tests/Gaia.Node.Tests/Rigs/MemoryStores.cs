using System.Collections.Concurrent;
using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Ports;
using Gaia.Node.Hosting;
using Gaia.Overlay.Peers;
using Gaia.Overlay.Ports;
using Gaia.Transport.Identity;

namespace Gaia.Node.Tests.Rigs;

/// <summary>Stores in memory that outlive a node, for tests that are not about the disk.</summary>
internal sealed class MemoryStores : ITaskStore, IEliteStore, IRunStore, IPeerStore, IAsyncDisposable
{
    private readonly ConcurrentDictionary<TaskId, StoredTask> _tasks = new();
    private readonly ConcurrentDictionary<(TaskId, EliteId), Elite> _elites = new();
    private readonly ConcurrentDictionary<RunId, RunRecord> _runs = new();
    private ImmutableArray<NodeRecord> _peers = [];

    /// <summary>Set: every write fails with this message.</summary>
    public volatile string? Failure;

    public Task<StoreOpening> OpenAsync(
        string directory, Func<NodeId?, IdentityResult> identify, TimeProvider time, CancellationToken token)
    {
        var identified = identify(null);
        return Task.FromResult(identified.Succeeded
            ? new StoreOpening(new NodeStores(this, this, this, this, this), null)
            : new StoreOpening(null, identified.Message, StartFault.Identity));
    }

    public Task<bool> AddAsync(StoredTask task, CancellationToken cancellationToken) =>
        Write(() => _tasks.TryAdd(task.Id, task));

    public Task<bool> SetJoinedAsync(TaskId task, bool joined, CancellationToken cancellationToken) => Write(() =>
    {
        if (!_tasks.TryGetValue(task, out var stored))
            return false;
        _tasks[task] = stored with { Joined = joined };
        return true;
    });

    public Task<StoredTask?> FindAsync(TaskId task, CancellationToken cancellationToken) =>
        Task.FromResult(_tasks.GetValueOrDefault(task));

    Task<IReadOnlyList<StoredTask>> ITaskStore.ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredTask>>([.. _tasks.Values.OrderBy(task => task.Stored)]);

    public Task<bool> RemoveAsync(TaskId task, CancellationToken cancellationToken) =>
        Write(() => _tasks.TryRemove(task, out _));

    public Task<bool> AddAsync(Elite elite, CancellationToken cancellationToken) =>
        Write(() => _elites.TryAdd((elite.Task, elite.Id), elite));

    public Task<Elite?> FindAsync(TaskId task, EliteId elite, CancellationToken cancellationToken) =>
        Task.FromResult(_elites.GetValueOrDefault((task, elite)));

    public Task<IReadOnlyList<Elite>> ListBestAsync(TaskId task, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Elite>>([.. _elites.Values
            .Where(elite => elite.Task == task)
            .OrderByDescending(elite => elite.ScoreMicros).ThenBy(elite => elite.Id)
            .Take(limit)]);

    public Task<long> CountAsync(TaskId task, CancellationToken cancellationToken) =>
        Task.FromResult((long)_elites.Keys.Count(key => key.Item1 == task));

    public Task SaveAsync(RunRecord run, CancellationToken cancellationToken) => Write(() =>
    {
        _runs[run.Run] = run;
        return true;
    });

    public Task<RunRecord?> FindAsync(RunId run, CancellationToken cancellationToken) =>
        Task.FromResult(_runs.GetValueOrDefault(run));

    public Task<RunRecord?> FindLatestAsync(
        TaskId task, NodeId node, int island, CancellationToken cancellationToken) =>
        Task.FromResult(_runs.Values
            .Where(run => run.Task == task && run.Node == node && run.Island == island)
            .MaxBy(run => run.Updated));

    Task<IReadOnlyList<RunRecord>> IRunStore.ListAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunRecord>>([.. _runs.Values.OrderByDescending(run => run.Updated).Take(limit)]);

    public Task<ImmutableArray<NodeRecord>> LoadPeersAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_peers);

    public Task SavePeersAsync(ImmutableArray<NodeRecord> peers, CancellationToken cancellationToken) => Write(() =>
    {
        _peers = peers;
        return true;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<bool> Write(Func<bool> change) => Failure is { } failure
        ? Task.FromException<bool>(new IOException(failure))
        : Task.FromResult(change());
}
