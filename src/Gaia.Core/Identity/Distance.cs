namespace Gaia.Core.Identity;

/// <summary>The exclusive-or metric over 256-bit node ids.</summary>
/// <remarks>
/// Maymounkov and Mazieres, "Kademlia: A Peer-to-peer Information System Based on the XOR Metric" (2002), section 2.1:
/// symmetric, zero only between equals, it holds the triangle inequality, and for any point and distance exactly one
/// other point lies at that distance.
/// </remarks>
public static class Distance
{
    /// <summary>Number of bits in an id, and of buckets in a routing table.</summary>
    public const int Bits = 256;

    /// <summary>The distance, as an unsigned 256-bit number.</summary>
    public static Hash256 Xor(NodeId a, NodeId b) => a.Value ^ b.Value;

    /// <summary>Number of leading bits that both ids share: 0 to 256, 256 only for equal ids.</summary>
    public static int CommonPrefixLength(NodeId a, NodeId b) => Xor(a, b).LeadingZeroCount;

    /// <summary>Kademlia's bucket i holds distances in [2^i, 2^(i+1)): 0 (nearest) to 255; -1 for equal ids.</summary>
    public static int BucketIndex(NodeId a, NodeId b) => Bits - 1 - CommonPrefixLength(a, b);

    /// <summary>Negative where <paramref name="a"/> is nearer to the target, positive where b is, 0 if equal.</summary>
    public static int Compare(NodeId target, NodeId a, NodeId b) => Xor(target, a).CompareTo(Xor(target, b));
}
