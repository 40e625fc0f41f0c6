using Gaia.Core.Identity;

namespace Gaia.Node.Tasks;

/// <summary>Whose turn it is: the task that has had the least time.</summary>
/// <remarks>
/// Tasks share time, not turns: one with long generations gets fewer of them. The tasks that this node's own user
/// published have together at least half of the time, however many strangers' there are, so that one of them waits for
/// no more than one turn of a stranger. A task that comes later starts level with the one that had least: what it did
/// not use before is no credit. One owner.
/// </remarks>
internal sealed class FairTurns
{
    // Even a turn that a coarse clock measures as nothing moves the order on.
    private static readonly TimeSpan LeastTurn = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<TaskId, TimeSpan> _used = [];
    private TimeSpan _ownLead;
    private bool _isShared;

    /// <summary>The next task; null where none is ready.</summary>
    /// <param name="ready">Tasks that want turns, each with whether it is this node's own. Those that are not named are
    /// forgotten.</param>
    public TaskId? Next(IReadOnlyCollection<(TaskId Task, bool IsOwn)> ready)
    {
        var own = ready.Where(task => task.IsOwn).Select(task => task.Task).ToArray();
        var others = ready.Where(task => !task.IsOwn).Select(task => task.Task).ToArray();
        foreach (var gone in _used.Keys.Except(own.Concat(others)).ToArray())
            _used.Remove(gone);
        Level(own);
        Level(others);
        var isShared = own.Length > 0 && others.Length > 0;
        if (!isShared || !_isShared)
            _ownLead = TimeSpan.Zero;
        _isShared = isShared;
        var group = others.Length == 0 || (own.Length > 0 && _ownLead <= TimeSpan.Zero) ? own : others;
        // The first of equals: tasks keep their order.
        return group.Length == 0 ? null : group.MinBy(task => _used[task]);
    }

    /// <summary>Notes how long a turn was.</summary>
    public void Charge(TaskId task, bool isOwn, TimeSpan time)
    {
        var charged = time > LeastTurn ? time : LeastTurn;
        _used[task] = _used.GetValueOrDefault(task) + charged;
        _ownLead += isOwn ? charged : -charged;
    }

    private void Level(TaskId[] group)
    {
        var least = TimeSpan.MaxValue;
        foreach (var task in group)
        {
            if (_used.TryGetValue(task, out var used) && used < least)
                least = used;
        }

        foreach (var task in group)
            _used.TryAdd(task, least == TimeSpan.MaxValue ? TimeSpan.Zero : least);
    }
}
