using Gaia.Core.Identity;

namespace Gaia.Node.Exchange;

/// <summary>A set of tasks, bounded: the one that came first makes room.</summary>
internal sealed class RecentTasks(int capacity)
{
    private readonly HashSet<TaskId> _tasks = [];
    private readonly Queue<TaskId> _order = [];

    public bool Contains(TaskId task) => _tasks.Contains(task);

    public void Add(TaskId task)
    {
        if (!_tasks.Add(task))
            return;
        _order.Enqueue(task);
        if (_order.Count > capacity)
            _tasks.Remove(_order.Dequeue());
    }
}
