using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Gaia.Core.Identity;

namespace Gaia.Overlay.Peers;

/// <summary>Where a node listens, and which node must answer there: <c>gaia://id@host:port</c>.</summary>
/// <remarks>
/// The id is part of the address so that a dialler can refuse whoever else answers. Host names are held in lower case,
/// IPv6 in its canonical form without brackets: equal addresses are equal values.
/// </remarks>
public sealed record PeerAddress
{
    /// <summary>What every address begins with.</summary>
    public const string Scheme = "gaia://";

    /// <summary>Port of a node that was not told another one.</summary>
    public const int DefaultPort = 7435;

    /// <summary>Longest address text that is looked at, in characters.</summary>
    public const int MaximumTextLength = 400;

    /// <summary>Longest host, in characters (RFC 1035 section 2.3.4, without the closing dot).</summary>
    public const int MaximumHostLength = 253;

    private PeerAddress(NodeId node, string host, int port)
    {
        Node = node;
        Host = host;
        Port = port;
    }

    /// <summary>The node that must answer.</summary>
    public NodeId Node { get; }

    /// <summary>Host name in lower case, IPv4, or IPv6 without brackets.</summary>
    public string Host { get; }

    /// <summary>TCP port, 1 to 65535.</summary>
    public int Port { get; }

    /// <summary>True where the host is an IPv4 or IPv6 literal of the machine itself, or <c>localhost</c>.</summary>
    public bool IsLoopback => IPAddress.TryParse(Host, out var ip) ? IPAddress.IsLoopback(ip) : Host == "localhost";

    /// <summary>An address from its parts.</summary>
    /// <exception cref="ArgumentException">A part is out of range; a peer's bytes go to <see cref="TryCreate"/>.
    /// </exception>
    public static PeerAddress Create(NodeId node, string host, int port) =>
        TryCreate(node, host, port, out var address, out var error)
            ? address
            : throw new ArgumentException(error.Message, nameof(host));

    /// <summary>An address from its parts, as a peer or a user gave them.</summary>
    public static bool TryCreate(
        NodeId node,
        string? host,
        int port,
        [NotNullWhen(true)] out PeerAddress? address,
        [NotNullWhen(false)] out PeerAddressError? error)
    {
        address = null;
        error = null;
        if (node.Value.IsZero)
            error = new PeerAddressError(PeerAddressFault.Id, "The all-zero id names no node.");
        else if (!TryNormaliseHost(host, out var normal))
            error = new(PeerAddressFault.Host, $"\"{Shown(host)}\" is no host name and no IP address.");
        else if (port is < 1 or > 65535)
            error = new PeerAddressError(PeerAddressFault.Port, $"Port {port} is not between 1 and 65535.");
        else
            address = new PeerAddress(node, normal, port);
        return address is not null;
    }

    /// <summary>Reads <c>gaia://id@host:port</c>; the id in hexadecimal or base32, IPv6 in brackets.</summary>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out PeerAddress? address,
        [NotNullWhen(false)] out PeerAddressError? error)
    {
        address = null;
        error = Split(text, out var id, out var host, out var portText);
        if (error is not null)
            return false;
        if (!NodeId.TryParse(id, out var node))
        {
            error = new PeerAddressError(PeerAddressFault.Id,
                $"\"{Shown(id)}\" is no node id: 64 hexadecimal digits, or 52 characters of base32.");
            return false;
        }

        if (!int.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            error = new(PeerAddressFault.Port, $"Port \"{Shown(portText)}\" is not between 1 and 65535.");
            return false;
        }

        return TryCreate(node, host, port, out address, out error);
    }

    /// <summary>The text that <see cref="TryParse"/> reads, with the id in hexadecimal.</summary>
    public override string ToString() => $"{Scheme}{Node}@{Authority}";

    /// <summary>The text for people, with the first 8 digits of the id.</summary>
    public string ToShortString() => $"{Scheme}{Node.Short}..@{Authority}";

    private string Authority => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    private static PeerAddressError? Split(string? text, out string id, out string host, out string port)
    {
        id = host = port = "";
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaximumTextLength)
        {
            return new(PeerAddressFault.Length,
                $"An address has 1 to {MaximumTextLength} characters: {Scheme}<id>@<host>:<port>.");
        }

        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new(PeerAddressFault.Scheme,
                $"\"{Shown(text)}\" does not begin with {Scheme}; give {Scheme}<id>@<host>:<port>.");
        }

        var rest = text[Scheme.Length..].TrimEnd('/');
        var at = rest.IndexOf('@');
        if (at <= 0)
        {
            return new(PeerAddressFault.MissingId,
                $"\"{Shown(text)}\" does not say which node answers there; run `gaianode id` on that machine and use "
                + "the address it prints.");
        }

        id = rest[..at];
        var authority = rest[(at + 1)..];
        var colon = authority.LastIndexOf(':');
        if (colon < 0 || authority.EndsWith(']'))
        {
            return new(PeerAddressFault.MissingPort,
                $"\"{Shown(text)}\" has no port; add :{DefaultPort} unless that node was told another.");
        }

        host = authority[..colon];
        port = authority[(colon + 1)..];
        if (!host.Contains(':'))
            return host.Contains('[') ? HostError(text) : null;
        if (!host.StartsWith('[') || !host.EndsWith(']'))
            return HostError(text);
        host = host[1..^1];
        return host.Contains(':') ? null : HostError(text);
    }

    private static PeerAddressError HostError(string text) =>
        new(PeerAddressFault.Host,
            $"\"{Shown(text)}\" has no host that can be read; IPv6 stands in brackets: [::1]:{DefaultPort}.");

    private static bool TryNormaliseHost(string? host, [NotNullWhen(true)] out string? normal)
    {
        normal = null;
        if (string.IsNullOrEmpty(host) || host.Length > MaximumHostLength)
            return false;
        if (host.Contains(':'))
        {
            // A zone index ("%eth0") means something on one machine only.
            if (host.Contains('%')
                || !IPAddress.TryParse(host, out var ip)
                || ip.AddressFamily != AddressFamily.InterNetworkV6)
            {
                return false;
            }

            normal = ip.ToString();
            return true;
        }

        var lower = host.ToLowerInvariant();
        if (lower.All(c => char.IsAsciiDigit(c) || c == '.'))
        {
            // Four parts only: "1" or "127.1" would name different hosts to different resolvers.
            if (lower.Split('.').Length != 4 || !IPAddress.TryParse(lower, out var ip) || ip.ToString() != lower)
                return false;
            normal = lower;
            return true;
        }

        if (!lower.Split('.').All(IsLabel))
            return false;
        normal = lower;
        return true;
    }

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    // Text of a stranger goes into a message: bounded, and without control characters.
    private static string Shown(string? text)
    {
        var shown = (text ?? "").Length > 80 ? text![..80] + "..." : text ?? "";
        return string.Concat(shown.Select(c => char.IsControl(c) ? '?' : c));
    }
}
