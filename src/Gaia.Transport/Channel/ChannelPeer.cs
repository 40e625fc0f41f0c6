using Gaia.Core.Identity;
using Gaia.Protocol.Networks;

namespace Gaia.Transport.Channel;

/// <summary>Who is at the other end of a secure channel, as its certificate proves.</summary>
/// <param name="Node">Hash of the identity key that signed the certificate.</param>
/// <param name="Network">The network that it says it is of.</param>
/// <param name="Protocol">The versions that it speaks.</param>
internal sealed record ChannelPeer(NodeId Node, NetworkId Network, ProtocolRange Protocol);
