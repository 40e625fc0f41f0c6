using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Node.Exchange;
using Gaia.Node.Hosting;
using Gaia.Node.Swarm;
using Gaia.Node.Tasks;
using Gaia.Overlay.Peers;
using Gaia.Transport.Refusals;

namespace Gaia.Node.Api;

/// <summary>What the API sees of the node: snapshots to read, and two wishes.</summary>
internal sealed record NodeFace
{
    public required NodeOptions Options { get; init; }

    public required NodeId Node { get; init; }

    public required string Token { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The address that others dial.</summary>
    public required Func<PeerAddress> Address { get; init; }

    /// <summary>Base address of the API.</summary>
    public required Func<Uri> Api { get; init; }

    public required Func<SwarmSnapshot> Swarm { get; init; }

    public required Func<ExchangeState> Exchange { get; init; }

    public required Func<ImmutableDictionary<TaskId, IslandSnapshot>> Islands { get; init; }

    public required Func<RefusalSnapshot> Refusals { get; init; }

    public required EliteShelf Shelf { get; init; }

    public required StoreHealth Store { get; init; }

    public required OverlayInbox Overlay { get; init; }

    public required ExchangeInbox Inbox { get; init; }

    /// <summary>True while every loop runs.</summary>
    public required Func<bool> IsAlive { get; init; }

    /// <summary>True once the node listens.</summary>
    public required Func<bool> IsReady { get; init; }

    public required Action RequestStop { get; init; }
}
