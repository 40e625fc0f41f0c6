using System.Globalization;

namespace Gaia.Transport;

/// <summary>Holds every option against its range, and lists all that are outside at once.</summary>
internal static class PeerNetworkOptionsCheck
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<string> Run(PeerNetworkOptions options)
    {
        var errors = new List<string>();
        CheckConnections(errors, options);
        CheckCalls(errors, options);
        foreach (var (name, rate) in options.Rates.All)
        {
            Range(errors, $"rates.{name}.perSecond", rate.PerSecond, 0.001, 1e6);
            Range(errors, $"rates.{name}.burst", rate.Burst, 1, 1_000_000);
        }

        Range(errors, "rates.inventoryPatience", options.Rates.InventoryPatience, 1, 1000);
        Range(errors, "rates.trackedPeers", options.Rates.TrackedPeers, 16, 65536);
        Range(errors, "certificateLifetime", options.CertificateLifetime, 60 * Minute, TimeSpan.FromDays(30));
        Range(errors, "refusalLogInterval", options.RefusalLogInterval, Second, TimeSpan.FromDays(1));
        Range(errors, "refusalLogEntries", options.RefusalLogEntries, 16, 65536);
        Range(errors, "protocol.minimum", options.Protocol.Minimum, (ushort)0, options.Protocol.Maximum);
        return errors;
    }

    private static void CheckConnections(List<string> errors, PeerNetworkOptions options)
    {
        var limits = options.Connections;
        var shortest = 100 * Millisecond;
        Range(errors, "connections.maximum", limits.Maximum, 1, 65536);
        Range(errors, "connections.perAddress", limits.PerAddress, 1, 65536);
        Range(errors, "connections.perSubnet", limits.PerSubnet, 1, 65536);
        Range(errors, "connections.streamsPerConnection", limits.StreamsPerConnection, 4, 1000);
        Range(errors, "connections.links", limits.Links, 1, 4096);
        Range(errors, "connections.channels", limits.Channels, 8, 65536);
        Range(errors, "connections.addressesTried", limits.AddressesTried, 1, 8);
        Range(errors, "connections.connectTimeout", limits.ConnectTimeout, shortest, Minute);
        Range(errors, "connections.handshakeTimeout", limits.HandshakeTimeout, shortest, Minute);
        Range(errors, "connections.helloTimeout", limits.HelloTimeout, shortest, Minute);
        Range(errors, "connections.keepAlive", limits.KeepAlive, Second, 10 * Minute);
        Range(errors, "connections.keepAliveTimeout", limits.KeepAliveTimeout, Second, 10 * Minute);
        Range(errors, "connections.idle", limits.Idle, Second, 60 * Minute);
    }

    private static void CheckCalls(List<string> errors, PeerNetworkOptions options)
    {
        var limits = options.Calls;
        Range(errors, "calls.timeout", limits.Timeout, 100 * Millisecond, Minute);
        Range(errors, "calls.pullTimeout", limits.PullTimeout, 100 * Millisecond, 10 * Minute);
        Range(errors, "calls.retries", limits.Retries, 0, 5);
        Range(errors, "calls.retryDelay", limits.RetryDelay, Millisecond, 10 * Second);
        Range(errors, "calls.circuitFailures", limits.CircuitFailures, 2, 100);
        Range(errors, "calls.circuitBreak", limits.CircuitBreak, 500 * Millisecond, 10 * Minute);
        Range(errors, "calls.sendQueueFrames", limits.SendQueueFrames, 1, 65536);
        Range(errors, "calls.closeTimeout", limits.CloseTimeout, 10 * Millisecond, 30 * Second);
    }

    private static void Range<T>(List<string> errors, string key, T value, T minimum, T maximum)
        where T : IComparable<T>
    {
        if (value.CompareTo(minimum) < 0 || value.CompareTo(maximum) > 0)
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture,
                $"{key} is {value}; it may be {minimum} to {maximum}."));
        }
    }
}
