using Gaia.Core.Identity;

namespace Gaia.Transport.Limits;

/// <summary>The token buckets of all peers that called lately.</summary>
/// <remarks>Bounded in peers: where it is full, the one that has been idle for longest is forgotten, so that strangers
/// who fill it shut nobody out.</remarks>
internal sealed class PeerBuckets(PeerRates rates, TimeProvider time)
{
    private static readonly int CallKinds = Enum.GetValues<PeerCall>().Length;

    // Oldest use first.
    private readonly OrderedDictionary<NodeId, TokenBucket?[]> _peers = [];
    private readonly Lock _lock = new();

    public bool TryTake(NodeId node, PeerCall call)
    {
        lock (_lock)
        {
            if (!_peers.Remove(node, out var buckets))
            {
                if (_peers.Count >= rates.TrackedPeers)
                    _peers.RemoveAt(0);
                buckets = new TokenBucket?[CallKinds];
            }

            _peers.Add(node, buckets);
            var bucket = buckets[(int)call] ??= new TokenBucket(RateOf(call), time);
            return bucket.TryTake();
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
