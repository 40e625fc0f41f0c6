using Gaia.Node.Hosting;
using Gaia.Node.Swarm;
using Gaia.Node.Tasks;
using Gaia.Protocol.Signing;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Exchange;

/// <summary>What the exchange's loop works with.</summary>
internal sealed record ExchangeParts
{
    public required NodeOptions Options { get; init; }

    public required EnvelopeSigner Signer { get; init; }

    public required EnvelopeVerifier Verifier { get; init; }

    public required NodeStores Stores { get; init; }

    public required StoreHealth Health { get; init; }

    public required ExchangeInbox Inbox { get; init; }

    public required ExchangeBoard Board { get; init; }

    public required OverlayInbox Overlay { get; init; }

    public required IPeerNetwork Network { get; init; }

    public required IslandLoop Islands { get; init; }

    public required PullCrew Pulls { get; init; }

    public required Reevaluation Reevaluation { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }
}
