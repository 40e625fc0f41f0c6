using Gaia.Core.Identity;
using Gaia.Core.Random;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.RoutingTable;

/// <summary>The routing table: 256 buckets of nodes that have answered, by their distance.</summary>
/// <remarks>
/// Maymounkov and Mazieres, "Kademlia" (2002), section 2.2, with one bucket for each power of two instead of a
/// splitting tree: the same contacts, since only the bucket around the own id would ever split.
/// </remarks>
internal sealed class ContactTable(NodeId self, RoutingTableOptions options)
{
    private readonly Bucket?[] _buckets = new Bucket?[Distance.Bits];
    private readonly DateTimeOffset[] _lastLookup = new DateTimeOffset[Distance.Bits];

    public NodeId Self => self;

    /// <summary>Changes with every change of a record or of the set of contacts.</summary>
    public long Version { get; private set; }

    public int Count { get; private set; }

    /// <summary>Every contact, nearest bucket first.</summary>
    public IEnumerable<Contact> Contacts => _buckets.OfType<Bucket>().SelectMany(bucket => bucket.Contacts);

    public Bucket? BucketAt(int index) => _buckets[index];

    public Contact? Find(NodeId node) => Existing(node)?.Find(node);

    /// <summary>True where the node, were it to answer now, would be admitted at once.</summary>
    public bool HasRoom(NodeId node) => node != self && Existing(node) is not { IsFull: true };

    /// <summary>The node answered. Clients and the node itself are never admitted.</summary>
    public void Answered(NodeRecord record, DateTimeOffset now)
    {
        if (record.Node == self || record.Mode != PeerMode.Server)
            return;
        var index = Distance.BucketIndex(self, record.Node);
        var bucket = _buckets[index] ??= new Bucket(options.BucketSize, options.ReplacementSize);
        if (bucket.Answered(record, now))
            Changed();
    }

    /// <summary>A newer record of a known contact came by; says nothing about whether it is alive.</summary>
    public bool Update(NodeRecord record)
    {
        if (Find(record.Node) is not { } contact)
            return false;
        if (contact.Update(record))
            Changed();
        return true;
    }

    public void Failed(NodeId node)
    {
        if (Existing(node)?.Failed(node, options.FailuresUntilDead) == true)
            Changed();
    }

    public void RemoveExpired(DateTimeOffset now)
    {
        foreach (var bucket in _buckets)
        {
            if (bucket?.RemoveExpired(now) == true)
                Changed();
        }
    }

    /// <summary>The contacts nearest to a target, nearest first.</summary>
    /// <remarks>
    /// Seen from the target, the bucket it falls into is nearest; all nearer ones together come next; then each farther
    /// one. So the walk stops as soon as it has enough.
    /// </remarks>
    public List<NodeRecord> Closest(NodeId target, int count)
    {
        var found = new List<NodeRecord>();
        var home = Distance.BucketIndex(self, target);
        Collect(home, found);
        if (found.Count < count)
        {
            for (var index = 0; index < home; index++)
                Collect(index, found);
        }

        for (var index = home + 1; index < Distance.Bits && found.Count < count; index++)
            Collect(index, found);
        found.Sort((a, b) => Distance.Compare(target, a.Node, b.Node));
        if (found.Count > count)
            found.RemoveRange(count, found.Count - count);
        return found;
    }

    /// <summary>The next bucket whose range has not been looked up for a period; -1 where there is none.</summary>
    /// <remarks>Only ranges at least as far as the nearest contact: nearer ones are empty of nodes, as far as is known.
    /// </remarks>
    public int NextToRefresh(DateTimeOffset now)
    {
        for (var index = NearestUsed(); index < Distance.Bits; index++)
        {
            if (now - _lastLookup[index] >= options.RefreshPeriod)
                return index;
        }

        return -1;
    }

    /// <summary>When <see cref="NextToRefresh"/> will next name a bucket; null where the table is empty.</summary>
    public DateTimeOffset? NextRefresh()
    {
        DateTimeOffset? next = null;
        for (var index = NearestUsed(); index < Distance.Bits; index++)
        {
            var due = _lastLookup[index] == default ? default : _lastLookup[index] + options.RefreshPeriod;
            if (!(due >= next))
                next = due;
        }

        return next;
    }

    /// <summary>A look-up for this target begins: its range counts as refreshed.</summary>
    public void LookupStarted(NodeId target, DateTimeOffset now)
    {
        if (target != self)
            _lastLookup[Distance.BucketIndex(self, target)] = now;
    }

    /// <summary>A random id whose distance lies in a bucket's range.</summary>
    public NodeId RandomIdIn(int bucket, ref PhiloxStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bucket);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bucket, Distance.Bits);
        Span<byte> distance = stackalloc byte[Hash256.ByteLength];
        distance.Clear();
        var lead = Hash256.ByteLength - 1 - (bucket / 8);
        for (var index = lead; index < distance.Length; index++)
            distance[index] = (byte)random.NextUInt32();
        var top = 1 << (bucket % 8);
        distance[lead] = (byte)((distance[lead] & (top - 1)) | top);
        return new NodeId(self.Value ^ Hash256.FromBytes(distance));
    }

    private int NearestUsed()
    {
        for (var index = 0; index < Distance.Bits; index++)
        {
            if (_buckets[index] is { Contacts.Count: > 0 })
                return index;
        }

        return Distance.Bits;
    }

    private Bucket? Existing(NodeId node) => node == self ? null : _buckets[Distance.BucketIndex(self, node)];

    private void Collect(int index, List<NodeRecord> found)
    {
        if (index < 0 || _buckets[index] is not { } bucket)
            return;
        foreach (var contact in bucket.Contacts)
            found.Add(contact.Record);
    }

    private void Changed()
    {
        Version++;
        Count = 0;
        foreach (var bucket in _buckets)
            Count += bucket?.Contacts.Count ?? 0;
    }
}
