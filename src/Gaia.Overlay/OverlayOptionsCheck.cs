using System.Globalization;

namespace Gaia.Overlay;

/// <summary>Holds every option against its range, and lists all that are outside at once.</summary>
internal static class OverlayOptionsCheck
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IReadOnlyList<string> Run(OverlayOptions options)
    {
        var errors = new List<string>();
        var table = options.RoutingTable;
        Range(errors, "routingTable.bucketSize", table.BucketSize, 1, 256);
        Range(errors, "routingTable.replacementSize", table.ReplacementSize, 0, 256);
        Range(errors, "routingTable.refreshPeriod", table.RefreshPeriod, Second, Day);
        Range(errors, "routingTable.maximumHints", table.MaximumHints, 16, 65536);
        Range(errors, "routingTable.maximumPings", table.MaximumPings, 1, 256);
        Range(errors, "routingTable.pingTimeout", table.PingTimeout, TimeSpan.FromMilliseconds(100), 60 * Second);
        Range(errors, "routingTable.failuresUntilDead", table.FailuresUntilDead, 1, 10);

        var lookup = options.Lookup;
        Range(errors, "lookup.parallelism", lookup.Parallelism, 1, 32);
        Range(errors, "lookup.maximumLookups", lookup.MaximumLookups, 1, 256);
        Range(errors, "lookup.maximumRequests", lookup.MaximumRequests, 1, 4096);
        Range(errors, "lookup.requestTimeout", lookup.RequestTimeout, TimeSpan.FromMilliseconds(100), 60 * Second);

        var membership = options.Membership;
        Range(errors, "membership.activeMaximum", membership.ActiveMaximum, 1, 256);
        Range(errors, "membership.activeTarget", membership.ActiveTarget, 1, membership.ActiveMaximum);
        Range(errors, "membership.maximumDials", membership.MaximumDials, 1, 64);
        Range(errors, "membership.dialTimeout", membership.DialTimeout, Second, 300 * Second);
        Range(errors, "membership.retryMinimum", membership.RetryMinimum, TimeSpan.FromMilliseconds(10), 600 * Second);
        Range(errors, "membership.retryMaximum", membership.RetryMaximum, membership.RetryMinimum, Day);
        Range(errors, "membership.simultaneousWindow", membership.SimultaneousWindow, Second, 300 * Second);
        Range(errors, "membership.displacePeriod", membership.DisplacePeriod, Second, Day);
        Range(errors, "membership.persistPeriod", membership.PersistPeriod, Second, Day);
        Range(errors, "membership.persistedPeers", membership.PersistedPeers, 1, 1024);
        Range(errors, "membership.maximumRetries", membership.MaximumRetries, 16, 65536);

        var bootstrap = options.Bootstrap;
        Range(errors, "bootstrap.maximumAddresses", bootstrap.MaximumAddresses, 0, 1024);
        Range(errors, "bootstrap.retryMinimum", bootstrap.RetryMinimum, TimeSpan.FromMilliseconds(10), 600 * Second);
        Range(errors, "bootstrap.retryMaximum", bootstrap.RetryMaximum, bootstrap.RetryMinimum, Day);
        Range(errors, "bootstrap.checkPeriod", bootstrap.CheckPeriod, Second, Day);

        var broadcast = options.Broadcast;
        Range(errors, "broadcast.seenMaximum", broadcast.SeenMaximum, 16, 16_777_216);
        Range(errors, "broadcast.seenLifetime", broadcast.SeenLifetime, Second, Day);
        Range(errors, "broadcast.maximumPending", broadcast.MaximumPending, 1, 65536);
        Range(errors, "broadcast.maximumPendingPerPeer", broadcast.MaximumPendingPerPeer, 1, broadcast.MaximumPending);
        Range(errors, "broadcast.pendingTimeout", broadcast.PendingTimeout, Second, 600 * Second);

        var score = options.Score;
        Range(errors, "score.invalidMessagePrice", score.InvalidMessagePrice, 0, 1000);
        Range(errors, "score.brokenPromisePrice", score.BrokenPromisePrice, 0, 1000);
        Range(errors, "score.falseScorePrice", score.FalseScorePrice, 0, 1000);
        Range(errors, "score.floodPrice", score.FloodPrice, 0, 1000);
        Range(errors, "score.disconnectBelow", score.DisconnectBelow, -10_000, -1);
        Range(errors, "score.halfLife", score.HalfLife, Second, Day);
        Range(errors, "score.maximumNodes", score.MaximumNodes, 16, 1_000_000);
        return errors;
    }

    private static void Range<T>(List<string> errors, string key, T value, T minimum, T maximum)
        where T : IComparable<T>, IFormattable
    {
        // Written as a negation so that NaN is outside.
        if (!(value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0))
        {
            errors.Add(string.Create(CultureInfo.InvariantCulture, $"{key}: {value} is not {minimum} to {maximum}"));
        }
    }
}
