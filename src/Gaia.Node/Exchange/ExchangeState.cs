using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Migration;
using Gaia.Protocol.Links;

namespace Gaia.Node.Exchange;

/// <summary>What readers see of the exchange: a whole, at one moment, never changed.</summary>
internal sealed record ExchangeState
{
    public static ExchangeState Empty { get; } = new();

    /// <summary>Tasks that the node takes part in, the oldest first.</summary>
    public ImmutableArray<TaskSnapshot> Tasks { get; init; } = [];

    /// <summary>Counters, and what is known of each node's announcements.</summary>
    public ExchangeSnapshot Exchange { get; init; } = new();

    /// <summary>What a peer on a new link is told.</summary>
    public Inventory Inventory { get; init; } = new([], []);

    /// <summary>When re-evaluation last had no room; null where it always had.</summary>
    public DateTimeOffset? OverloadedAt { get; init; }

    /// <summary>Tasks of others that found no place.</summary>
    public long TasksRefused { get; init; }

    /// <summary>The task, or null where the node takes no part in it.</summary>
    public TaskSnapshot? Find(TaskId id)
    {
        foreach (var task in Tasks)
        {
            if (task.Id == id)
                return task;
        }

        return null;
    }
}
