using System.Collections.Immutable;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Ports;

/// <summary>Peers that outlive the process.</summary>
public interface IPeerStore
{
    /// <summary>Every peer that is held, longest known first.</summary>
    Task<ImmutableArray<NodeRecord>> LoadPeersAsync(CancellationToken cancellationToken);

    /// <summary>Replaces all that is held by these; done when it is durable.</summary>
    /// <param name="peers">Longest known first; one record a node.</param>
    /// <param name="cancellationToken">Stops the wait, not a write that has begun.</param>
    Task SavePeersAsync(ImmutableArray<NodeRecord> peers, CancellationToken cancellationToken);
}
