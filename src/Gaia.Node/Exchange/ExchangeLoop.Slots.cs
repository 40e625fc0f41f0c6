using Gaia.Core.Identity;
using Gaia.Node.Hosting;
using Gaia.Node.Tasks;
using Gaia.Protocol.Tasks;

namespace Gaia.Node.Exchange;

internal sealed partial class ExchangeLoop
{
    // A node takes part in so many tasks and no more. Where all places are taken, a new task gets that of one that has
    // ended here, solved or finished. A task of this node's own user gives way to none of a stranger, and gets the
    // place of the stranger's that came last where none has ended. What gave way stays in the store and is not taken
    // up again when peers offer it, or two ended tasks would push each other out for ever.
    private readonly RecentTasks _left;
    private long _tasksRefused;

    private bool IsOwn(SignedTask task) => task.Publisher == Self;

    /// <summary>True where the task is here, or was and gave way.</summary>
    private bool IsKnown(TaskId task) => _tasks.ContainsKey(task) || _left.Contains(task);

    /// <summary>True where one more task may be asked for besides those under way.</summary>
    private bool HasPlaceForPull() =>
        _pulling.Count < _parts.Options.Limits.Tasks - _tasks.Count + _tasks.Values.Count(task => GivesWay(task));

    /// <summary>The task that gives way to a new one; null where none does.</summary>
    private TaskState? WhoGivesWay(bool isOwn)
    {
        if (_tasks.Values.FirstOrDefault(GivesWay) is { } ended)
            return ended;
        return isOwn
            ? _tasks.Values.FirstOrDefault(HasEnded) ?? _tasks.Values.LastOrDefault(task => !IsOwn(task.Task))
            : null;
    }

    private bool GivesWay(TaskState task) => !IsOwn(task.Task) && HasEnded(task);

    private bool HasEnded(TaskState task) =>
        task.Solved is not null
        || _parts.Islands.Snapshot.GetValueOrDefault(task.Task.Id)?.Phase == IslandPhase.Finished;

    private async ValueTask LeaveAsync(TaskState task)
    {
        var id = task.Task.Id;
        await _parts.Health.TryAsync(
            "writing a task", () => _parts.Stores.Tasks.SetJoinedAsync(id, joined: false, CancellationToken.None));
        _tasks.Remove(id);
        _exchange.Leave(id);
        _left.Add(id);
        NodeLog.TaskLeft(_parts.Logger, id.Short, task.Definition.Manifest.Name);
    }
}
