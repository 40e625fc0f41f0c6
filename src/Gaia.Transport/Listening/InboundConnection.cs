using System.Security.Authentication;
using Gaia.Transport.Channel;

namespace Gaia.Transport.Listening;

/// <summary>What is known about one inbound connection; travels with it.</summary>
internal sealed class InboundConnection(string remote)
{
    /// <summary>Key under which Kestrel's connection carries it.</summary>
    public static readonly object Key = new();

    private volatile CertificateVerdict? _verdict;
    private volatile bool _secured;

    /// <summary>The remote IP address.</summary>
    public string Remote => remote;

    /// <summary>TLS versions that the client offered; none before its first message.</summary>
    public SslProtocols Offered { get; set; }

    /// <summary>About the client's certificate; null before the handshake came that far.</summary>
    public CertificateVerdict? Verdict
    {
        get => _verdict;
        set => _verdict = value;
    }

    /// <summary>True once the handshake is complete.</summary>
    public bool IsSecured
    {
        get => _secured;
        set => _secured = value;
    }
}
