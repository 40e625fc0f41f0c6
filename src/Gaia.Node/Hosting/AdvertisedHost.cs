using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Gaia.Node.Hosting;

/// <summary>The host that a node tells others.</summary>
internal static class AdvertisedHost
{
    /// <summary>The advertised host for an address that is listened on.</summary>
    /// <param name="listen">Where the node listens.</param>
    /// <param name="advertise">What the user says; wins.</param>
    public static string Choose(IPAddress listen, string? advertise)
    {
        if (advertise is not null)
            return advertise;
        var isAny = listen.Equals(IPAddress.Any) || listen.Equals(IPAddress.IPv6Any);
        return isAny ? BestLocal(listen.AddressFamily).ToString() : listen.ToString();
    }

    /// <summary>An address of an interface that has a gateway, or of any, or loopback.</summary>
    private static IPAddress BestLocal(AddressFamily family)
    {
        var loopback = family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        try
        {
            return NetworkInterface.GetAllNetworkInterfaces()
                .Where(card => card.OperationalStatus == OperationalStatus.Up
                    && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
                .Select(card => card.GetIPProperties())
                .OrderByDescending(properties => properties.GatewayAddresses.Count > 0)
                .SelectMany(properties => properties.UnicastAddresses)
                .Select(unicast => unicast.Address)
                .FirstOrDefault(address => Fits(address, family)) ?? loopback;
        }
        catch (NetworkInformationException)
        {
            // A machine that does not tell its interfaces: peers on it still find the node.
            return loopback;
        }
    }

    // Whoever listens on every IPv6 address is reached over IPv4 too, unless the system is set up otherwise.
    private static bool Fits(IPAddress address, AddressFamily family) =>
        !IPAddress.IsLoopback(address)
        && !address.IsIPv6LinkLocal
        && (address.AddressFamily == family || family == AddressFamily.InterNetworkV6);
}
