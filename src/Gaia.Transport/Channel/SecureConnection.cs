using System.Net.Security;

namespace Gaia.Transport.Channel;

/// <summary>An outbound connection whose other end has proved its id.</summary>
/// <param name="Tls">The stream for HTTP/2.</param>
/// <param name="Inner">What is under it; knows whether the connection was closed.</param>
/// <param name="Peer">The other end.</param>
/// <param name="Remote">Its IP address and port.</param>
internal sealed record SecureConnection(SslStream Tls, TrackedStream Inner, ChannelPeer Peer, string Remote);
