using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;
using Gaia.Core.Random;
using Gaia.Overlay.Peers;
using Gaia.Overlay.RoutingTable;

namespace Gaia.Overlay.Tests.RoutingTable;

public sealed class ContactTableTests
{
    private static readonly RoutingTableOptions Small = new() { BucketSize = 3, ReplacementSize = 2 };
    private static readonly NodeId Self = TestPeers.Id(0);

    [Fact]
    public void XorMetric_HoldsTheAxioms()
    {
        var ids = Gen.Choose(0, 100_000).Select(TestPeers.Id);
        Prop.ForAll(Arb.From(ids.Three()), t =>
        {
            var (a, b, c) = t;
            var nearest = Distance.Compare(a, b, c);
            return Distance.Xor(a, a).IsZero
                && Distance.Xor(a, b) == Distance.Xor(b, a)
                && (a == b) == Distance.Xor(a, b).IsZero
                && (Distance.Xor(a, b) ^ Distance.Xor(b, c)) == Distance.Xor(a, c)
                && nearest == -Distance.Compare(a, c, b)
                && (nearest == 0) == (b == c);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Any mix of answers and failures: bounds hold, every contact stands in its bucket once, and no contact
    /// leaves without the failures that make it dead.</summary>
    [Fact]
    public void Buckets_UnderAnyEvents_KeepTheirInvariants()
    {
        var events = Gen.Choose(0, 60).SelectMany(node => Gen.Choose(0, 3).Select(kind => (Node: node, Kind: kind)));
        Prop.ForAll(Arb.From(events.ListOf()), list =>
        {
            var table = new ContactTable(Self, Small);
            var now = TestPeers.Start;
            var failures = new Dictionary<NodeId, int>();
            foreach (var (number, kind) in list)
            {
                now += TimeSpan.FromSeconds(1);
                var node = TestPeers.Id(number);
                var before = table.Contacts.Select(contact => contact.Node).ToHashSet();
                if (kind == 0)
                {
                    table.Failed(node);
                    failures[node] = failures.GetValueOrDefault(node) + 1;
                }
                else
                {
                    table.Answered(TestPeers.Record(number, (ulong)kind), now);
                    failures[node] = 0;
                }

                before.ExceptWith(table.Contacts.Select(contact => contact.Node));
                if (before.Any(gone => failures.GetValueOrDefault(gone) < Small.FailuresUntilDead))
                    return false;
                if (!Holds(table))
                    return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Closest_OfAnyTable_EqualsBruteForce()
    {
        var sizes = Gen.Choose(0, 400).SelectMany(count => Gen.Choose(0, 1000).SelectMany(target =>
            Gen.Choose(1, 40).Select(take => (count, target, take))));
        Prop.ForAll(Arb.From(sizes), t =>
        {
            var table = new ContactTable(Self, new RoutingTableOptions());
            for (var number = 1; number <= t.count; number++)
                table.Answered(TestPeers.Record(number), TestPeers.Start);
            var target = TestPeers.Id(t.target);
            var expected = table.Contacts.Select(contact => contact.Node)
                .OrderBy(node => Distance.Xor(target, node)).Take(t.take);
            return expected.SequenceEqual(table.Closest(target, t.take).Select(record => record.Node));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Answered_WithAFullBucket_NeverPutsALiveContactOut()
    {
        var table = new ContactTable(Self, Small);
        var far = FarNodes(6);
        foreach (var number in far)
            table.Answered(TestPeers.Record(number), TestPeers.Start);
        var bucket = table.BucketAt(255)!;
        Assert.Equal(far.Take(3).Select(TestPeers.Id), bucket.Contacts.Select(contact => contact.Node));
        Assert.Equal(far.Skip(4).Select(TestPeers.Id), bucket.Replacements.Select(contact => contact.Node));

        table.Failed(TestPeers.Id(far[1]));
        Assert.Equal(3, table.Count);
        Assert.NotNull(table.Find(TestPeers.Id(far[1])));
        table.Failed(TestPeers.Id(far[1]));
        Assert.Null(table.Find(TestPeers.Id(far[1])));
        Assert.NotNull(table.Find(TestPeers.Id(far[5])));
    }

    [Fact]
    public void Answered_BySelfOrClient_IsNotAdmitted()
    {
        var table = new ContactTable(Self, Small);
        table.Answered(TestPeers.Record(0), TestPeers.Start);
        table.Answered(TestPeers.Record(1, mode: PeerMode.Client), TestPeers.Start);
        Assert.Equal(0, table.Count);
        Assert.False(table.HasRoom(Self));
    }

    [Fact]
    public void Records_OnlyANewerOneReplaces_AndExpiredOnesLeave()
    {
        var table = new ContactTable(Self, Small);
        table.Answered(TestPeers.Record(1, 5), TestPeers.Start);
        Assert.True(table.Update(TestPeers.Record(1, 4)));
        Assert.Equal(5u, table.Find(TestPeers.Id(1))!.Record.Sequence);
        table.Update(TestPeers.Record(1, 6));
        Assert.Equal(6u, table.Find(TestPeers.Id(1))!.Record.Sequence);
        Assert.False(table.Update(TestPeers.Record(2)));
        table.RemoveExpired(TestPeers.Start.AddHours(24));
        Assert.Equal(0, table.Count);
    }

    [Fact]
    public void RandomIdIn_EveryBucket_LandsInThatBucket()
    {
        var table = new ContactTable(Self, Small);
        var random = new PhiloxStream(1);
        for (var bucket = 0; bucket < 256; bucket++)
        {
            for (var draw = 0; draw < 4; draw++)
                Assert.Equal(bucket, Distance.BucketIndex(Self, table.RandomIdIn(bucket, ref random)));
        }
    }

    [Fact]
    public void NextToRefresh_NamesEachUsedRangeOncePerPeriod()
    {
        var table = new ContactTable(Self, Small);
        var random = new PhiloxStream(1);
        var now = TestPeers.Start;
        Assert.Equal(-1, table.NextToRefresh(now));
        for (var number = 1; number < 30; number++)
            table.Answered(TestPeers.Record(number), now);
        var named = new List<int>();
        for (var bucket = table.NextToRefresh(now); bucket >= 0; bucket = table.NextToRefresh(now))
        {
            named.Add(bucket);
            table.LookupStarted(table.RandomIdIn(bucket, ref random), now);
        }

        var nearest = table.Contacts.Min(contact => Distance.BucketIndex(Self, contact.Node));
        Assert.Equal(Enumerable.Range(nearest, 256 - nearest), named);
        Assert.Equal(now + Small.RefreshPeriod, table.NextRefresh());
        Assert.Equal(nearest, table.NextToRefresh(now + Small.RefreshPeriod));
    }

    private static int[] FarNodes(int count) =>
        [.. Enumerable.Range(1, 100).Where(n => Distance.BucketIndex(Self, TestPeers.Id(n)) == 255).Take(count)];

    private static bool Holds(ContactTable table)
    {
        var all = new HashSet<NodeId>();
        for (var index = 0; index < 256; index++)
        {
            if (table.BucketAt(index) is not { } bucket)
                continue;
            if (bucket.Contacts.Count > Small.BucketSize || bucket.Replacements.Count > Small.ReplacementSize)
                return false;
            if (bucket.Replacements.Count > 0 && !bucket.IsFull)
                return false;
            foreach (var contact in bucket.Contacts.Concat(bucket.Replacements))
            {
                if (Distance.BucketIndex(table.Self, contact.Node) != index || !all.Add(contact.Node))
                    return false;
            }

            if (bucket.Contacts.Any(contact => contact.Failures >= Small.FailuresUntilDead))
                return false;
        }

        return table.Count == table.Contacts.Count();
    }
}
