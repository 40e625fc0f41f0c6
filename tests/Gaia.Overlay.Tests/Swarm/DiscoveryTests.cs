using Gaia.Overlay.Bootstrap;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Tests.Swarm;

public sealed class DiscoveryTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Chain_OfThree_EveryNodeLinksEveryOther(ulong seed)
    {
        var swarm = new SimulatedSwarm(seed);
        swarm.Start(1);
        swarm.Start(2, 1);
        swarm.Start(3, 2);
        Assert.True(swarm.RunUntil(() => swarm.Nodes.All(node => Peers(node) == 2), TimeSpan.FromSeconds(5)));
        Assert.True(swarm.RunUntil(() => swarm.Nodes.All(node => Knows(node) == 2), TimeSpan.FromSeconds(5)));
        Assert.True(swarm.RunUntil(() => swarm.Nodes.All(HasJoined), TimeSpan.FromSeconds(5)));
        AssertLinksAgree(swarm);
    }

    [Fact]
    public void Chain_StartedFromTheLastNode_StillJoins()
    {
        var swarm = new SimulatedSwarm(4);
        swarm.Start(3, 2);
        swarm.RunFor(TimeSpan.FromSeconds(20));
        swarm.Start(2, 1);
        swarm.RunFor(TimeSpan.FromSeconds(20));
        swarm.Start(1);
        Assert.True(swarm.RunUntil(() => swarm.Nodes.All(node => Peers(node) == 2), 3 * Minute));
        AssertLinksAgree(swarm);
    }

    [Fact]
    public void Nodes_ThatDialEachOtherAtOnce_KeepOneLink()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            var swarm = new SimulatedSwarm(seed);
            swarm.Start(1, 2);
            swarm.Start(2, 1);
            swarm.RunFor(TimeSpan.FromSeconds(2));
            Assert.All(swarm.Nodes, node => Assert.Equal(1, Peers(node)));
            AssertLinksAgree(swarm);
        }
    }

    [Fact]
    public void Fifty_WithOneBootstrap_AllGetEnoughPeersWithinTheBound()
    {
        var swarm = Grown(50, seed: 5);
        var options = OverlayOptions.Default.Membership;
        Assert.All(swarm.Nodes, node => Assert.InRange(Peers(node), 2, options.ActiveMaximum));
        Assert.True(swarm.Nodes.Count(node => Peers(node) >= options.ActiveTarget) >= 45);
        AssertLinksAgree(swarm);
        Assert.Equal(50, Reachable(swarm));
    }

    [Fact]
    public void Restart_OfAKilledNode_ComesBackToItsPlace()
    {
        var swarm = new SimulatedSwarm(6);
        swarm.Start(1);
        swarm.Start(2, 1);
        swarm.Start(3, 2);
        swarm.RunFor(Minute);
        swarm.Kill(2);
        Assert.True(swarm.RunUntil(() => Peers(swarm[1]) == 1 && Peers(swarm[3]) == 1, TimeSpan.FromSeconds(1)));
        swarm.RunFor(Minute);
        swarm.Start(2, 1);
        Assert.True(swarm.RunUntil(() => swarm.Nodes.All(node => Peers(node) == 2), Minute));
        AssertLinksAgree(swarm);
    }

    [Fact]
    public void HalfOfTheSwarm_Dies_TheRestKeepsTogether()
    {
        var swarm = Grown(40, seed: 7);
        for (var number = 0; number < 20; number++)
            swarm.Kill(number);
        swarm.RunFor(5 * Minute);
        var living = swarm.Nodes.Where(node => node.IsUp).ToArray();
        Assert.All(living, node => Assert.True(Peers(node) >= 2));
        Assert.Equal(20, Reachable(swarm));
        Assert.All(living, node => Assert.All(
            node.State.Snapshot().ActivePeers, peer => Assert.True(swarm.Nodes.Single(n => n.Id == peer.Node).IsUp)));
    }

    [Fact]
    public void Client_ThatNobodyCanReach_LinksButStandsInNoTable()
    {
        var swarm = new SimulatedSwarm(8);
        swarm.Start(1);
        swarm.Start(2, 1);
        swarm.Add(3, PeerMode.Client);
        swarm.Start(3, 1);
        swarm.RunFor(Minute);
        Assert.Equal(2, Peers(swarm[3]));
        Assert.All(swarm.Nodes, node => Assert.DoesNotContain(
            node.State.Snapshot().Contacts, record => record.Mode == PeerMode.Client));
    }

    [Fact]
    public void Idle_Swarm_IsQuiet()
    {
        var swarm = new SimulatedSwarm(9);
        swarm.Start(1);
        swarm.Start(2, 1);
        swarm.Start(3, 2);
        swarm.RunFor(10 * Minute);
        var before = swarm.Events;
        foreach (var node in swarm.Nodes)
            node.Effects.Clear();
        swarm.RunFor(60 * Minute);
        Assert.True(swarm.Events - before < 3 * 60 * 10, $"{swarm.Events - before} events in an idle hour");
        Assert.DoesNotContain(swarm.Nodes.SelectMany(node => node.Effects), e => e is OverlayEffect.CloseLink);
    }

    /// <summary>Regression: full nodes answer every dial, so a node short of one dialled them all the time.</summary>
    [Fact]
    public void CrowdedSwarm_NodesShortOfPeers_DoNotHammerTheFullOnes()
    {
        var crowded = new OverlayOptions { Membership = new() { ActiveTarget = 8 } };
        var swarm = Grown(50, seed: 32, crowded);
        swarm.RunFor(10 * Minute);
        foreach (var node in swarm.Nodes)
            node.Effects.Clear();
        swarm.RunFor(60 * Minute);
        Assert.Contains(swarm.Nodes, node => Peers(node) < 8);
        Assert.All(swarm.Nodes, node => Assert.InRange(
            node.Effects.Count(effect => effect is OverlayEffect.Dial), 0, 10 * 50));
    }

    [Fact]
    public void SameSeed_GivesTheSameEffects_AnotherSeedDoesNot()
    {
        static string Trace(ulong seed)
        {
            var swarm = Grown(20, seed);
            return string.Join('\n', swarm.Nodes.SelectMany(node => node.Effects).Select(effect => effect switch
            {
                OverlayEffect.PersistPeers persist => string.Join(',', persist.Peers.Select(peer => peer.Node.Short)),
                OverlayEffect.LookupEnded ended => string.Join(',', ended.Closest.Select(peer => peer.Node.Short)),
                _ => effect.ToString(),
            }));
        }

        Assert.Equal(Trace(1), Trace(1));
        Assert.NotEqual(Trace(1), Trace(2));
    }

    private static SimulatedSwarm Grown(int nodes, ulong seed, OverlayOptions? options = null)
    {
        var swarm = new SimulatedSwarm(seed, options);
        swarm.Start(0);
        for (var number = 1; number < nodes; number++)
        {
            swarm.Start(number, 0);
            swarm.RunFor(TimeSpan.FromMilliseconds(200));
        }

        swarm.RunFor(2 * Minute);
        return swarm;
    }

    private static int Peers(SimulatedNode node) => node.State.Snapshot().ActivePeers.Length;

    private static bool HasJoined(SimulatedNode node) =>
        node.State.Snapshot().Bootstrap.Phase == BootstrapPhase.Joined;

    private static int Knows(SimulatedNode node) => node.State.Snapshot().Contacts.Length;

    private static int Reachable(SimulatedSwarm swarm)
    {
        var first = swarm.Nodes.First(node => node.IsUp);
        var seen = new HashSet<SimulatedNode> { first };
        var open = new Stack<SimulatedNode>(seen);
        while (open.TryPop(out var node))
        {
            foreach (var (peer, _) in node.Links.Values)
            {
                if (seen.Add(peer))
                    open.Push(peer);
            }
        }

        return seen.Count;
    }

    private static void AssertLinksAgree(SimulatedSwarm swarm) => Assert.All(swarm.Nodes, node =>
    {
        var active = node.State.Snapshot().ActivePeers;
        Assert.Equal(active.Length, active.Select(peer => peer.Node).Distinct().Count());
        Assert.Equal(active.Select(peer => peer.Link).Order(Comparer), node.Links.Keys.Order(Comparer));
    });

    private static Comparer<Gaia.Overlay.Links.LinkId> Comparer { get; } =
        Comparer<Gaia.Overlay.Links.LinkId>.Create((a, b) => a.Value.CompareTo(b.Value));
}
