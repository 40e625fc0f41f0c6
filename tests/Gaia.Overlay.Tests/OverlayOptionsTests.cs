namespace Gaia.Overlay.Tests;

public sealed class OverlayOptionsTests
{
    [Fact]
    public void Defaults_AreWithinTheirRanges() => Assert.Empty(OverlayOptions.Default.Validate());

    [Fact]
    public void Rejects_EveryOptionOutOfRange_AtOnceByItsKey()
    {
        var options = new OverlayOptions
        {
            RoutingTable = new() { BucketSize = 0 },
            Membership = new() { ActiveTarget = 9 },
            Score = new() { DisconnectBelow = double.NaN },
            Bootstrap = new() { RetryMaximum = TimeSpan.FromMilliseconds(1) },
        };
        var keys = options.Validate().Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]);
        Assert.Equal(
            ["routingTable.bucketSize", "membership.activeTarget", "bootstrap.retryMaximum", "score.disconnectBelow"],
            keys);
        var error = Assert.Throws<ArgumentException>(() => new OverlayState(TestPeers.Record(0), options));
        Assert.Contains("score.disconnectBelow", error.Message, StringComparison.Ordinal);
    }
}
