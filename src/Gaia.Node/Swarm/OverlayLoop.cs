using System.Buffers.Binary;
using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Core.Random;
using Gaia.Node.Exchange;
using Gaia.Overlay;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Peers;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Swarm;

/// <summary>The one owner of the overlay's state: takes events, carries effects out, publishes snapshots.</summary>
internal sealed class OverlayLoop : IAsyncDisposable
{
    // A timer knows nothing of a wall clock that jumps, and stands while the machine sleeps: the clock is looked at
    // this often whatever the overlay wishes.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    private readonly OverlayInbox _inbox;
    private readonly OverlayState _state;
    private readonly ForwardClock _clock;
    private readonly EffectRunner _effects;
    private readonly Queue<OverlayEvent> _answers = new();
    private readonly CancellationTokenSource _calls = new();
    private readonly ITimer _timer;
    private PhiloxStream _random;
    private DateTimeOffset? _wanted;
    private volatile SwarmSnapshot _snapshot;

    public OverlayLoop(
        OverlayOptions options,
        SelfRecord self,
        OverlayInbox inbox,
        IPeerNetwork network,
        ExchangeInbox exchange,
        PeerKeeper keeper,
        TimeProvider time,
        ILogger logger)
    {
        _inbox = inbox;
        _clock = new ForwardClock(time);
        _state = new OverlayState(self.Current, options);
        _random = new PhiloxStream(KeyOf(self.Current.Node, time.GetUtcNow()));
        _timer = time.CreateTimer(_ => _inbox.Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _effects = new EffectRunner(network, self, inbox, exchange, keeper, _answers, WakeAt, logger);
        _snapshot = new SwarmSnapshot(_state.Snapshot(), time.GetUtcNow());
    }

    /// <summary>The latest state for readers.</summary>
    public SwarmSnapshot Snapshot => _snapshot;

    /// <summary>Runs until <see cref="OverlayEvent.Stopping"/> was taken in.</summary>
    public async Task RunAsync(ImmutableArray<PeerAddress> bootstrap, ImmutableArray<NodeRecord> cached)
    {
        Take(new OverlayEvent.Started(bootstrap, cached));
        await foreach (var input in _inbox.Reader.ReadAllAsync())
        {
            if (_inbox.TakeTick())
                Tick();
            // A ring was the tick above.
            if (input is not OverlayEvent.Tick)
                Take(input);
            if (input is OverlayEvent.Stopping)
                _inbox.Close();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _calls.CancelAsync();
        _calls.Dispose();
    }

    private void Tick()
    {
        // The overlay does not repeat a wish, so one that is still to come is kept.
        if (_wanted <= _clock.Now())
            _wanted = null;
        Take(new OverlayEvent.Tick());
        Arm(_clock.Now());
    }

    private void Take(OverlayEvent input)
    {
        Step(input);
        while (_answers.TryDequeue(out var answer))
            Step(answer);
        Publish();
    }

    private void Step(OverlayEvent input)
    {
        foreach (OverlayEffect effect in OverlayCore.Step(_state, input, _clock.Now(), ref _random))
            _effects.Run(effect, _calls.Token);
    }

    private void Publish()
    {
        var overlay = _state.Snapshot();
        var alone = overlay.ActivePeers.IsEmpty ? _snapshot.AloneSince ?? overlay.Time : (DateTimeOffset?)null;
        _snapshot = new SwarmSnapshot(overlay, alone);
    }

    private void WakeAt(DateTimeOffset wanted)
    {
        _wanted = wanted;
        Arm(_clock.Now());
    }

    private void Arm(DateTimeOffset now)
    {
        var wait = _wanted - now ?? LongestSleep;
        if (wait > LongestSleep)
            wait = LongestSleep;
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    // Nodes that share a start draw differently, and so does one node at two starts. Nothing secret hangs on it.
    private static ulong KeyOf(NodeId node, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        node.Value.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ (ulong)now.UtcTicks;
    }
}
