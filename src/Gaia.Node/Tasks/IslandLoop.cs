using System.Collections.Immutable;
using System.Threading.Channels;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Ports;
using Gaia.Node.Exchange;
using Gaia.Node.Hosting;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Tasks;

/// <summary>The one thread that runs islands: a generation at a time, of the task that <see cref="FairTurns"/>
/// names.</summary>
/// <remarks>
/// What it is to do is level-triggered (<see cref="Plan"/> replaces the whole list), so no order is ever lost or late;
/// received elites come through a bounded queue. Episodes run on the evaluator's own threads.
/// </remarks>
internal sealed class IslandLoop : IDisposable
{
    private readonly NodeId _node;
    private readonly NodeOptions _options;
    private readonly ExchangeInbox _exchange;
    private readonly IRunStore _runs;
    private readonly StoreHealth _health;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Channel<Elite> _injections;
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly OrderedDictionary<TaskId, IslandSlot> _slots = [];
    private volatile OrderList _orders = new([]);
    private volatile ImmutableDictionary<TaskId, IslandSnapshot> _snapshot =
        ImmutableDictionary<TaskId, IslandSnapshot>.Empty;

    private readonly FairTurns _turns = new();
    private OrderList _done = new([]);

    public IslandLoop(
        NodeId node,
        NodeOptions options,
        ExchangeInbox exchange,
        IRunStore runs,
        StoreHealth health,
        TimeProvider time,
        ILogger logger)
    {
        _node = node;
        _options = options;
        _exchange = exchange;
        _runs = runs;
        _health = health;
        _time = time;
        _logger = logger;
        _injections = Channel.CreateBounded<Elite>(new BoundedChannelOptions(options.Limits.InjectionQueue)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
        });
    }

    /// <summary>Ends after <see cref="Stop"/> and the last checkpoint; faulted where the thread broke.</summary>
    public Task Completion => _completion.Task;

    /// <summary>The latest state of every island, for readers.</summary>
    public ImmutableDictionary<TaskId, IslandSnapshot> Snapshot => _snapshot;

    /// <summary>Says what is to be done from now on, task by task.</summary>
    public void Plan(ImmutableArray<TaskOrder> orders)
    {
        _orders = new OrderList(orders);
        _wakes.Writer.TryWrite(true);
    }

    /// <summary>Hands a received elite to the island of its task.</summary>
    public void Inject(Elite elite)
    {
        _injections.Writer.TryWrite(elite);
        _wakes.Writer.TryWrite(true);
    }

    public void Start() => new Thread(Run)
    {
        Name = "gaia-islands",
        IsBackground = true,
        Priority = ThreadPriority.BelowNormal,
    }.Start();

    /// <summary>Breaks the generation off; it is run again after the next start.</summary>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private void Run()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
                Round();
            Finish();
            _completion.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            Finish();
            _completion.TrySetResult();
        }
        catch (Exception exception)
        {
            // The node's keeper sees it and stops the node.
            _completion.TrySetException(exception);
        }
    }

    private void Round()
    {
        // Injections are taken before the orders are read: an elite's task was ordered before the elite came.
        var received = TakeInjections();
        FollowOrders();
        foreach (var elite in received)
        {
            if (_slots.TryGetValue(elite.Task, out var slot))
                slot.Island.Inject(elite);
        }

        if (Next() is { } next)
            RunGeneration(next);
        else
            _wakes.Reader.WaitToReadAsync(_stop.Token).AsTask().GetAwaiter().GetResult();
        _wakes.Reader.TryRead(out _);
    }

    private List<Elite> TakeInjections()
    {
        var received = new List<Elite>();
        while (_injections.Reader.TryRead(out var elite))
            received.Add(elite);
        return received;
    }

    private void FollowOrders()
    {
        var orders = _orders;
        if (ReferenceEquals(orders, _done))
            return;
        _done = orders;
        foreach (var order in orders.Orders)
        {
            if (_slots.TryGetValue(order.Task.Id, out var slot))
                slot.Order = order;
            else
                _slots.Add(order.Task.Id, NewSlot(order));
        }

        Retire(orders.Orders);
        foreach (var slot in _slots.Values)
            Settle(slot);
        Publish();
    }

    /// <summary>Lets go of the islands that are ordered no more.</summary>
    private void Retire(ImmutableArray<TaskOrder> orders)
    {
        var ordered = orders.Select(order => order.Task.Id).ToHashSet();
        foreach (var (task, slot) in _slots.Where(pair => !ordered.Contains(pair.Key)).ToArray())
        {
            Save(slot);
            slot.Dispose();
            _slots.Remove(task);
        }
    }

    private IslandSlot NewSlot(TaskOrder order) =>
        new(order, _node, _options, _time.GetUtcNow(), _logger);

    /// <summary>Lets an island rest whose work has ended.</summary>
    private void Settle(IslandSlot slot)
    {
        var now = _time.GetUtcNow();
        var phase = slot.Judge(now);
        if (phase == slot.Snapshot.Phase || phase is IslandPhase.Waiting or IslandPhase.Running)
            return;
        var reason = phase == IslandPhase.Finished ? slot.EndReason(now) : null;
        if (reason is not null)
            NodeLog.TaskFinished(_logger, slot.Order.Task.Id.Short, reason);
        slot.Rest(phase, reason);
        Save(slot);
    }

    private IslandSlot? Next()
    {
        var ready = _slots.Values.Where(slot => !slot.IsResting).Select(slot => (slot.Order.Task.Id, slot.IsOwn));
        return _turns.Next([.. ready]) is { } next ? _slots[next] : null;
    }

    private void RunGeneration(IslandSlot slot)
    {
        var begun = _time.GetTimestamp();
        var report = slot.RunGeneration(_time, _stop.Token);
        _turns.Charge(slot.Order.Task.Id, slot.IsOwn, _time.GetElapsedTime(begun));
        if (report is not null)
            slot.Order.Meter.Add(report.Evaluations, report.EnvironmentSteps, _time.GetUtcNow());
        if (report?.NewElite is { } elite)
            _exchange.Write(new ExchangeCommand.Found(elite, report.RescoreMicros));
        Settle(slot);
        if (_time.GetUtcNow() - slot.SavedAt >= _options.Limits.CheckpointPeriod)
            Save(slot);
        Publish();
    }

    private void Save(IslandSlot slot)
    {
        if (!slot.IsDirty)
            return;
        var record = slot.Checkpoint(_time.GetUtcNow());
        var isStored = _health.TryAsync("writing a run", () => _runs.SaveAsync(record, CancellationToken.None))
            .AsTask().GetAwaiter().GetResult();
        slot.Saved(record, isStored, _time.GetUtcNow());
    }

    private void Publish() =>
        _snapshot = _slots.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Snapshot);

    private void Finish()
    {
        // A task that came during the last generation has counted episodes too.
        FollowOrders();
        foreach (var slot in _slots.Values)
        {
            Save(slot);
            slot.Dispose();
        }
    }

    private sealed record OrderList(ImmutableArray<TaskOrder> Orders);
}
