using System.Net;
using System.Net.Sockets;
using Gaia.Transport.Channel;

namespace Gaia.Transport.Limits;

/// <summary>Counts inbound connections: in all, of an address, of a subnet.</summary>
internal sealed class ConnectionGate(ConnectionLimits limits)
{
    private const int SubnetBytesV4 = 3;
    private const int SubnetBytesV6 = 6;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _total;

    /// <summary>Takes a place; returns why there is none, or null. Each place is given back by <see cref="Leave"/>.
    /// </summary>
    public RefusalReason? TryEnter(IPAddress address)
    {
        var (host, subnet) = KeysOf(address);
        lock (_lock)
        {
            if (_total >= limits.Maximum)
                return RefusalReason.TooManyConnections;
            if (limits.LimitAddresses)
            {
                if (_counts.GetValueOrDefault(host) >= limits.PerAddress)
                    return RefusalReason.TooManyFromAddress;
                if (_counts.GetValueOrDefault(subnet) >= limits.PerSubnet)
                    return RefusalReason.TooManyFromSubnet;
            }

            _total++;
            _counts[host] = _counts.GetValueOrDefault(host) + 1;
            _counts[subnet] = _counts.GetValueOrDefault(subnet) + 1;
            return null;
        }
    }

    /// <summary>Gives a place back.</summary>
    public void Leave(IPAddress address)
    {
        var (host, subnet) = KeysOf(address);
        lock (_lock)
        {
            _total--;
            Release(host);
            Release(subnet);
        }
    }

    private void Release(string key)
    {
        if (--_counts[key] == 0)
            _counts.Remove(key);
    }

    private static (string Host, string Subnet) KeysOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var length = plain.AddressFamily == AddressFamily.InterNetwork ? SubnetBytesV4 : SubnetBytesV6;
        var prefix = Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, length));
        return ($"host {plain}", $"subnet {length} {prefix}");
    }
}
