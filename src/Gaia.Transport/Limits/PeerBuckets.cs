using Gaia.Core.Identity;

namespace Gaia.Transport.Limits;

/// <summary>The token buckets of all peers that called lately.</summary>
/// <remarks>Bounded: where it is full, buckets that have filled up again are forgotten, for a fresh one is the same;
/// where none has, a new peer is refused.</remarks>
internal sealed class PeerBuckets(PeerRates rates, TimeProvider time)
{
    private readonly Dictionary<(NodeId Node, PeerCall Call), TokenBucket> _buckets = [];
    private readonly Lock _lock = new();

    public bool TryTake(NodeId node, PeerCall call)
    {
        lock (_lock)
        {
            if (_buckets.TryGetValue((node, call), out var bucket))
                return bucket.TryTake();
            if (_buckets.Count >= rates.TrackedPeers)
                Forget();
            if (_buckets.Count >= rates.TrackedPeers)
                return false;
            _buckets[(node, call)] = bucket = new TokenBucket(RateOf(call), time);
            return bucket.TryTake();
        }
    }

    private void Forget()
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsFull)
                _buckets.Remove(key);
        }
    }

    private CallRate RateOf(PeerCall call) => call switch
    {
        PeerCall.Ping => rates.Ping,
        PeerCall.FindNode => rates.FindNode,
        PeerCall.Link => rates.Link,
        PeerCall.GetElite => rates.GetElite,
        PeerCall.GetTask => rates.GetTask,
        PeerCall.ListTasks => rates.ListTasks,
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, "Not a call with a bucket."),
    };
}
