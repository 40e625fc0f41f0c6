using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Random;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Lookup;
using Gaia.Overlay.Peers;
using Gaia.Overlay.Scoring;

namespace Gaia.Overlay.Tests;

/// <summary>The whole state machine under events in any order, as hostile or broken surroundings send them.</summary>
public sealed class OverlayCoreTests
{
    private const int Nodes = 40;

    private static readonly Gen<(int Kind, int A, int B, int Pause)> Inputs =
        Gen.Choose(0, 15).SelectMany(kind => Gen.Choose(0, Nodes).SelectMany(a => Gen.Choose(0, 60).SelectMany(
            b => Gen.Choose(0, 3).Select(pause => (kind, a, b, pause)))));

    [Fact]
    public void Step_UnderAnyEvents_KeepsEveryBound() =>
        Prop.ForAll(Arb.From(Inputs.ListOf()), list =>
        {
            var run = new Run();
            return list.All(run.Take);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(400));

    [Fact]
    public void Step_OfTheSameInput_GivesTheSameEffects() =>
        Prop.ForAll(Arb.From(Inputs.ListOf()), list =>
        {
            var (first, second) = (new Run(), new Run());
            foreach (var input in list)
            {
                first.Take(input);
                second.Take(input);
                if (!first.LastEffects.SequenceEqual(second.LastEffects))
                    return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithEndSize(300));

    private sealed class Run
    {
        private readonly OverlayState _state = new(TestPeers.Record(0), OverlayOptions.Default);
        private readonly HashSet<(long Lookup, Gaia.Core.Identity.NodeId Node)> _asked = [];
        private PhiloxStream _random = new(5);
        private DateTimeOffset _now = TestPeers.Start;
        private long _link;

        public Run() => LastEffects = OverlayCore.Step(
            _state,
            new OverlayEvent.Started([TestPeers.Address(1)], [TestPeers.Record(2)]),
            _now,
            ref _random).Select(Comparable).ToList();

        public List<string> LastEffects { get; private set; }

        public bool Take((int Kind, int A, int B, int Pause) input)
        {
            _now += input.Pause switch
            {
                0 => TimeSpan.Zero,
                1 => TimeSpan.FromMilliseconds(input.B),
                2 => TimeSpan.FromSeconds(input.B),
                _ => TimeSpan.FromMinutes(input.B),
            };
            var effects = OverlayCore.Step(_state, Event(input.Kind, input.A, input.B), _now, ref _random);
            LastEffects = effects.Select(Comparable).ToList();
            return Holds(effects);
        }

        // The list of an array prints as its type, so those effects are spelled out.
        private static string Comparable(OverlayEffect effect) => effect switch
        {
            OverlayEffect.PersistPeers persist => string.Join(',', persist.Peers.Select(peer => peer.ToString())),
            OverlayEffect.LookupEnded end => $"{end.Target} {end.Requests} {string.Join(',', end.Closest)}",
            _ => effect.ToString(),
        };

        private NodeRecord Record(int number, int variant) => (variant % 7) switch
        {
            0 => TestPeers.Record(number, (ulong)variant) with { Expires = TestPeers.Start },
            1 => TestPeers.Record(number, (ulong)variant, PeerMode.Client),
            2 => TestPeers.Record(number, (ulong)variant) with { Addresses = [TestPeers.Address(number + 1)] },
            _ => TestPeers.Record(number, (ulong)variant) with { Issued = _now, Expires = _now.AddHours(24) },
        };

        private OverlayEvent Event(int kind, int a, int b) => kind switch
        {
            0 => new OverlayEvent.LinkUp(
                new LinkId(++_link), Record(a, b), LinkDirection.Outbound, TestPeers.Address(a), false),
            1 or 2 => new OverlayEvent.LinkUp(
                new LinkId(++_link), Record(a, b), LinkDirection.Inbound, null, b % 2 == 0),
            3 => new OverlayEvent.LinkDown(new LinkId(b), "gone"),
            4 => new OverlayEvent.DialFailed(TestPeers.Address(a), (DialStep)(b % 3), new string('e', b * 20)),
            5 => new OverlayEvent.RecordSeen(Record(a, b)),
            6 or 7 => new OverlayEvent.FindNodeReplied(new LookupId(b % 10), TestPeers.Id(a), Records(a, b)),
            8 => new OverlayEvent.FindNodeFailed(new LookupId(b % 10), TestPeers.Id(a), "no"),
            9 => new OverlayEvent.PingReplied(TestPeers.Id(a), b % 2 == 0 ? null : Record(a, b)),
            10 => new OverlayEvent.PingFailed(TestPeers.Id(a), "no"),
            11 => new OverlayEvent.MessageReceived(new LinkId(b), Message(a)),
            12 => new OverlayEvent.Validated(Message(a).Id, (MessageVerdict)(b % 3)),
            13 => b % 2 == 0
                ? new OverlayEvent.Published(Message(a))
                : new OverlayEvent.LookupRequested(TestPeers.Id(b)),
            14 => new OverlayEvent.Offended(TestPeers.Id(a), (PeerOffence)(b % 4)),
            _ => new OverlayEvent.Tick(),
        };

        private ImmutableArray<NodeRecord> Records(int a, int b) =>
            b % 9 == 0 ? default : [.. Enumerable.Range(a, b).Select(n => Record(n, b + n))];

        private static BroadcastMessage Message(int number) =>
            BroadcastMessage.Create(BroadcastKind.EliteAnnounce, new byte[] { 1, (byte)number });

        private bool Holds(IReadOnlyList<OverlayEffect> effects)
        {
            var options = OverlayOptions.Default;
            var snapshot = _state.Snapshot();
            foreach (var find in effects.OfType<OverlayEffect.SendFindNode>())
            {
                if (!_asked.Add((find.Lookup.Value, find.To.Node)) || find.To.Node == snapshot.Self.Node)
                    return false;
            }

            return snapshot.ActivePeers.Length <= options.Membership.ActiveMaximum
                && snapshot.ActivePeers.Select(peer => peer.Node).Distinct().Count() == snapshot.ActivePeers.Length
                && snapshot.ActivePeers.All(peer => peer.Node != snapshot.Self.Node && peer.Score <= 0)
                && snapshot.Contacts.All(record => record.Mode == PeerMode.Server && record.Node != snapshot.Self.Node)
                && snapshot.Hints <= options.RoutingTable.MaximumHints
                && _state.Book.PingsUnderWay <= options.RoutingTable.MaximumPings
                && _state.Links.DialsUnderWay <= options.Membership.MaximumDials
                && _state.Lookups.Running <= options.Lookup.MaximumLookups
                && _state.Lookups.Waiting <= options.Lookup.MaximumLookups
                && effects.OfType<OverlayEffect.WakeAt>().All(wake => wake.Time > _now)
                && effects.OfType<OverlayEffect.WakeAt>().Count() <= 1
                && effects.Count < 500;
        }
    }
}
