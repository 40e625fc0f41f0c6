using Gaia.Transport.Links;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Transport.Listening;

/// <summary>What the listening half needs from the network that it belongs to.</summary>
internal sealed record PeerServerParts(
    PeerNetworkOptions Options,
    IPeerHandler Handler,
    ConnectionGuard Connections,
    CallGuard Calls,
    LinkHost Links,
    TimeProvider Time,
    ILoggerFactory Logs);
