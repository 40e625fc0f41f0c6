using System.Net;

namespace Gaia.Transport.Channel;

/// <summary>How a remote end is called in logs and counters.</summary>
internal static class RemoteName
{
    /// <summary>The address without its port: one name for all attempts of a machine.</summary>
    public static string WithoutPort(string endpoint) =>
        IPEndPoint.TryParse(endpoint, out var parsed) ? Of(parsed.Address) : endpoint;

    /// <summary>Address and port, IPv4 where it is IPv4 in IPv6.</summary>
    public static string WithPort(EndPoint? endpoint) => endpoint is IPEndPoint ip
        ? new IPEndPoint(ip.Address.IsIPv4MappedToIPv6 ? ip.Address.MapToIPv4() : ip.Address, ip.Port).ToString()
        : "unknown";

    /// <summary>The address, IPv4 where it is IPv4 in IPv6.</summary>
    public static string Of(IPAddress address) =>
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
