using Gaia.Core.Identity;
using Gaia.Islands.Migration;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Events;
using Gaia.Protocol.Links;
using Gaia.Protocol.Limits;

namespace Gaia.Node.Exchange;

/// <summary>The one owner of tasks, archives and the exchange of elites.</summary>
/// <remarks>
/// An elite takes one way: announced, judged, fetched, re-evaluated, stored, and only then in the archive, in the
/// island, in inventories and served. One part of this class is about each kind of command.
/// </remarks>
internal sealed partial class ExchangeLoop
{
    private static readonly TimeSpan TickPeriod = TimeSpan.FromSeconds(1);

    private readonly ExchangeParts _parts;
    private readonly EliteExchange _exchange;
    private readonly OrderedDictionary<TaskId, TaskState> _tasks = [];
    private readonly ParkedAnnouncements _parked;
    private readonly PublisherLimit _publishers;
    private readonly HashSet<TaskId> _pulling = [];
    private readonly Queue<ReevaluationJob> _rescores = new();
    private bool _isRescoring;
    private DateTimeOffset? _overloadedAt;
    private DateTimeOffset _nextInventory;
    private int _inventoryTurn;

    public ExchangeLoop(ExchangeParts parts)
    {
        _parts = parts;
        _exchange = new EliteExchange(Self, parts.Options.Exchange);
        _left = new RecentTasks(parts.Options.Limits.LeftTasks);
        _parked = new ParkedAnnouncements(parts.Options.Limits.ParkedAnnouncements);
        _publishers = new PublisherLimit(parts.Options.Limits.PublishPeriod, parts.Options.Limits.TrackedPublishers);
    }

    private NodeId Self => _parts.Signer.Signer.Node;

    private DateTimeOffset Now => _parts.Time.GetUtcNow();

    /// <summary>Runs until the inbox is closed and empty.</summary>
    public async Task RunAsync()
    {
        _nextInventory = Now + _parts.Options.Limits.InventoryPeriod;
        await using var timer = _parts.Time.CreateTimer(
            _ => _parts.Inbox.TryWrite(new ExchangeCommand.Tick()), null, TickPeriod, TickPeriod);
        await foreach (var command in _parts.Inbox.Reader.ReadAllAsync())
        {
            await TakeAsync(command);
            Publish();
        }
    }

    private async ValueTask TakeAsync(ExchangeCommand command)
    {
        switch (command)
        {
            case ExchangeCommand.Judge judge:
                await JudgeAsync(judge);
                break;
            case ExchangeCommand.Offered offered:
                await OfferedAsync(offered);
                break;
            case ExchangeCommand.Found found:
                await FoundAsync(found);
                break;
            case ExchangeCommand.Pulled pulled:
                await PulledAsync(pulled);
                break;
            case ExchangeCommand.PullFailed failed:
                await PullFailedAsync(failed);
                break;
            case ExchangeCommand.Verified verified:
                await VerifiedAsync(verified);
                break;
            case ExchangeCommand.Rescored rescored:
                Rescored(rescored);
                break;
            case ExchangeCommand.TaskPulled pulled:
                await TaskPulledAsync(pulled);
                break;
            case ExchangeCommand.TaskPullFailed failed:
                _pulling.Remove(failed.Task);
                break;
            case ExchangeCommand.Publish publish:
                await PublishAsync(publish);
                break;
            case ExchangeCommand.Tick:
                await TickAsync();
                break;
        }
    }

    private async ValueTask TickAsync()
    {
        QueueRescore();
        foreach (var task in _tasks.Values)
        {
            if (task.Unstored is { } unstored)
            {
                task.Unstored = null;
                await FoundAsync(unstored);
            }

            if (task.HasWaiting)
                await AnnounceAsync(task, _exchange.Next(task.Task.Id, Now));
        }

        if (Now < _nextInventory)
            return;
        _nextInventory = Now + _parts.Options.Limits.InventoryPeriod;
        // Anti-entropy: a peer in turn is told what a lost message may have kept from it.
        var links = _parts.Network.Links;
        if (!links.IsEmpty)
            links[_inventoryTurn++ % links.Length].TrySend(_parts.Board.Current.Inventory);
    }

    private ValueTask BroadcastAsync(BroadcastKind kind, ReadOnlyMemory<byte> body) => _parts.Overlay.WriteAsync(
        new OverlayEvent.Published(BroadcastMessage.Create(kind, body)), CancellationToken.None);

    private void Publish() => _parts.Board.Current = new ExchangeState
    {
        Tasks = [.. _tasks.Values.Select(task => task.Snapshot())],
        Exchange = _exchange.Snapshot(),
        Inventory = Inventory(),
        OverloadedAt = _overloadedAt,
        TasksRefused = _tasksRefused,
    };

    private Inventory Inventory() => new(
        [.. _tasks.Keys.Take(WireLimits.InventoryTasks)],
        [
            .. _tasks.Values
                .SelectMany(task => task.Inventory(_parts.Options.Limits.InventoryElites))
                .Take(WireLimits.InventoryAnnouncements),
        ]);

    /// <summary>Tells the islands what there is to do.</summary>
    private void Plan() => _parts.Islands.Plan([.. _tasks.Values.Select(task => task.Order)]);
}
