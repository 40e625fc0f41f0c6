using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Lookup;
using Gaia.Overlay.Peers;
using Gaia.Overlay.Tests.Swarm;

namespace Gaia.Overlay.Tests.Lookup;

public sealed class IterativeLookupTests
{
    private const int NetworkSize = 200;

    [Fact]
    public void Lookup_InTwoHundredNodes_FindsTheTrueClosestInFewRequests()
    {
        var swarm = Network(seed: 11);
        var requests = new List<int>();
        var missed = 0;
        for (var number = 0; number < 40; number++)
        {
            var target = TestPeers.Id(10_000 + number);
            var ended = Find(swarm, swarm[number * 5], target);
            var truth = swarm.Nodes.Select(node => node.Id).Where(id => id != swarm[number * 5].Id)
                .OrderBy(id => Distance.Xor(target, id)).Take(20).ToArray();
            var found = ended.Closest.Select(record => record.Node).ToArray();
            Assert.Equal(truth.Take(10), found.Take(10));
            missed += truth.Except(found).Count();
            requests.Add(ended.Requests);
        }

        // Where the twenty nearest straddle two halves of the tree, nobody near the target need know all of the other.
        Assert.True(missed <= 40 * 20 / 100, $"{missed} of 800 not found");
        Assert.True(requests.Average() <= 40, $"{requests.Average()} requests on average");
    }

    [Fact]
    public void Lookup_WithAThirdDead_StillFindsTheClosestLiving()
    {
        var swarm = Network(seed: 12);
        for (var number = 0; number < NetworkSize; number += 3)
            swarm.Kill(number);
        for (var number = 0; number < 10; number++)
        {
            var asker = swarm[(number * 15) + 1];
            var target = TestPeers.Id(20_000 + number);
            var ended = Find(swarm, asker, target);
            var truth = swarm.Nodes.Where(node => node.IsUp && node != asker).Select(node => node.Id)
                .OrderBy(id => Distance.Xor(target, id)).First();
            Assert.Equal(truth, ended.Closest[0].Node);
        }
    }

    [Fact]
    public void Lookup_ThatNobodyAnswers_EndsByItsOwnTimeouts()
    {
        var harness = new HandDriven();
        harness.Link(1);
        var effects = harness.Step(new OverlayEvent.LookupRequested(TestPeers.Id(99)));
        Assert.Contains(effects, effect => effect is OverlayEffect.SendFindNode);
        effects = harness.StepAt(TimeSpan.FromSeconds(60), new OverlayEvent.Tick());
        var ended = effects.OfType<OverlayEffect.LookupEnded>().Single(end => end.Target == TestPeers.Id(99));
        Assert.Empty(ended.Closest);
        Assert.Equal(1, ended.Requests);
    }

    [Fact]
    public void Replies_ThatWereNotAskedFor_ChangeNothing()
    {
        var harness = new HandDriven();
        harness.Link(1);
        harness.Step(new OverlayEvent.FindNodeReplied(new LookupId(1), TestPeers.Id(7), [TestPeers.Record(8)]));
        harness.Step(new OverlayEvent.FindNodeReplied(new LookupId(77), TestPeers.Id(1), [TestPeers.Record(8)]));
        harness.Step(new OverlayEvent.PingReplied(TestPeers.Id(9), TestPeers.Record(9)));
        Assert.Equal(0, harness.State.Snapshot().Hints);
        Assert.Single(harness.State.Snapshot().Contacts);
    }

    [Fact]
    public void Replies_LongerThanKOrWithBrokenRecords_AreCut()
    {
        var harness = new HandDriven();
        var asked = harness.Link(1).OfType<OverlayEffect.SendFindNode>().Single();
        var broken = TestPeers.Record(2) with { Expires = TestPeers.Start };
        ImmutableArray<NodeRecord> records = [broken, .. Enumerable.Range(100, 60).Select(n => TestPeers.Record(n))];
        harness.Step(new OverlayEvent.FindNodeReplied(asked.Lookup, TestPeers.Id(1), records));
        var snapshot = harness.State.Snapshot();
        Assert.Equal(19, snapshot.Hints);
        Assert.Equal(1, snapshot.Counters.RecordsRefused);
        Assert.Single(snapshot.Contacts);
    }

    [Fact]
    public void Requests_UnderWay_StayWithinParallelismAndTheLookupsWithinTheirBound()
    {
        var harness = new HandDriven();
        var asked = harness.Link(1).OfType<OverlayEffect.SendFindNode>().Single();
        harness.Step(new OverlayEvent.FindNodeReplied(
            asked.Lookup, TestPeers.Id(1), [.. Enumerable.Range(100, 20).Select(n => TestPeers.Record(n))]));
        Assert.Equal(1 + 3, harness.Effects.Count(effect => effect is OverlayEffect.SendFindNode));

        for (var number = 0; number < 100; number++)
            harness.Step(new OverlayEvent.LookupRequested(TestPeers.Id(1000 + number)));
        var options = OverlayOptions.Default.Lookup;
        Assert.Equal(options.MaximumLookups, harness.State.Lookups.Running);
        Assert.Equal(options.MaximumLookups, harness.State.Lookups.Waiting);
        harness.StepAt(TimeSpan.FromHours(1), new OverlayEvent.Tick());
        for (var minute = 0; minute < 200; minute++)
            harness.StepAt(TimeSpan.FromMinutes(70 + minute), new OverlayEvent.Tick());
        Assert.Equal(0, harness.State.Lookups.Waiting);
    }

    [Fact]
    public void MaximumRequests_EndsALookupThatAlwaysHearsOfNearerNodes()
    {
        var options = new OverlayOptions { Lookup = new LookupOptions { MaximumRequests = 12 } };
        var harness = new HandDriven(options);
        harness.Link(1);
        var target = TestPeers.Id(5);
        var next = 1000;
        var open = new Queue<OverlayEffect>(harness.Step(new OverlayEvent.LookupRequested(target)));
        OverlayEffect.LookupEnded? ended = null;
        for (var turn = 0; turn < 10_000 && open.TryDequeue(out var effect); turn++)
        {
            if (effect is OverlayEffect.LookupEnded end && end.Target == target)
                ended = end;
            if (effect is not OverlayEffect.SendFindNode find)
                continue;
            ImmutableArray<NodeRecord> liars = [.. Enumerable.Range(next, 20).Select(n => TestPeers.Record(n))];
            next += 20;
            foreach (var more in harness.Step(new OverlayEvent.FindNodeReplied(find.Lookup, find.To.Node, liars)))
                open.Enqueue(more);
        }

        Assert.NotNull(ended);
        Assert.Equal(12, ended.Requests);
    }

    private static SimulatedSwarm Network(ulong seed)
    {
        var swarm = new SimulatedSwarm(seed);
        swarm.Start(0);
        for (var number = 1; number < NetworkSize; number++)
        {
            swarm.Start(number, number / 2);
            swarm.RunFor(TimeSpan.FromMilliseconds(100));
        }

        swarm.RunFor(TimeSpan.FromMinutes(1));
        return swarm;
    }

    private static OverlayEffect.LookupEnded Find(SimulatedSwarm swarm, SimulatedNode asker, NodeId target)
    {
        OverlayEffect.LookupEnded? Ended() =>
            asker.Effects.OfType<OverlayEffect.LookupEnded>().LastOrDefault(end => end.Target == target);

        asker.Effects.Clear();
        swarm.Feed(asker, new OverlayEvent.LookupRequested(target));
        Assert.True(swarm.RunUntil(() => Ended() is not null, TimeSpan.FromMinutes(2)));
        return Ended()!;
    }
}
