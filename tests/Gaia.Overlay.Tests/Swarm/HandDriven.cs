using System.Collections.Immutable;
using Gaia.Core.Random;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Tests.Swarm;

/// <summary>One overlay, node 0, driven by hand.</summary>
internal sealed class HandDriven
{
    private PhiloxStream _random = new(3);

    public HandDriven(
        OverlayOptions? options = null,
        ImmutableArray<PeerAddress> bootstrap = default,
        ImmutableArray<NodeRecord> cached = default)
    {
        State = new OverlayState(TestPeers.Record(0), options ?? OverlayOptions.Default);
        Step(new OverlayEvent.Started(bootstrap, cached));
    }

    public OverlayState State { get; }

    public DateTimeOffset Now { get; private set; } = TestPeers.Start;

    public List<OverlayEffect> Effects { get; } = [];

    public DateTimeOffset? Wake => Effects.OfType<OverlayEffect.WakeAt>().LastOrDefault()?.Time;

    public OverlaySnapshot Snapshot => State.Snapshot();

    public IReadOnlyList<OverlayEffect> Link(int number, bool inbound = false, int link = 0, bool urgent = false) =>
        Step(new OverlayEvent.LinkUp(
            new LinkId(link == 0 ? number : link),
            TestPeers.Record(number),
            inbound ? LinkDirection.Inbound : LinkDirection.Outbound,
            inbound ? null : TestPeers.Address(number),
            urgent));

    public IReadOnlyList<OverlayEffect> StepAt(TimeSpan time, OverlayEvent input)
    {
        Now = TestPeers.Start + time;
        return Step(input);
    }

    public IReadOnlyList<OverlayEffect> TickAtWake()
    {
        Now = Wake!.Value;
        return Step(new OverlayEvent.Tick());
    }

    public IReadOnlyList<OverlayEffect> Step(OverlayEvent input)
    {
        var effects = OverlayCore.Step(State, input, Now, ref _random);
        Effects.AddRange(effects);
        return effects;
    }
}
