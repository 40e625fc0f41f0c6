using Gaia.Core.Identity;
using Gaia.Transport.Swarm;

namespace Gaia.Transport.Limits;

public sealed class TokenBucketTests
{
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public void TryTake_Burst_ThenTheRate()
    {
        var bucket = new TokenBucket(new CallRate(2, 3), _time);
        Assert.True(bucket.IsFull);
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.TryTake()));
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal([true, false], Enumerable.Range(0, 2).Select(_ => bucket.TryTake()));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.True(bucket.IsFull);
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => bucket.TryTake()));
    }

    [Fact]
    public void PeerBuckets_ArePerPeerAndCall()
    {
        var buckets = new PeerBuckets(new PeerRates { Ping = new CallRate(1, 1), Link = new CallRate(1, 1) }, _time);
        Assert.True(buckets.TryTake(Node(1), PeerCall.Ping));
        Assert.False(buckets.TryTake(Node(1), PeerCall.Ping));
        Assert.True(buckets.TryTake(Node(1), PeerCall.Link));
        Assert.True(buckets.TryTake(Node(2), PeerCall.Ping));
    }

    [Fact]
    public void PeerBuckets_WhenFull_ForgetThePeerIdleForLongest_AndRefuseNoStranger()
    {
        var rates = new PeerRates { Ping = new CallRate(1, 1), TrackedPeers = 16 };
        var buckets = new PeerBuckets(rates, _time);
        for (byte i = 0; i < 16; i++)
        {
            // Two kinds of calls are one peer.
            Assert.True(buckets.TryTake(Node(i), PeerCall.Ping));
            Assert.True(buckets.TryTake(Node(i), PeerCall.FindNode));
        }

        Assert.False(buckets.TryTake(Node(0), PeerCall.Ping));
        Assert.True(buckets.TryTake(Node(99), PeerCall.Ping));
        Assert.False(buckets.TryTake(Node(0), PeerCall.Ping));
        Assert.True(buckets.TryTake(Node(1), PeerCall.Ping));
    }

    private static NodeId Node(byte number) => new(Hash256.Sha256([number]));
}
