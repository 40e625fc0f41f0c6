using Gaia.Core.Identity;
using Gaia.Transport.Channel;

namespace Gaia.Transport.Calls;

/// <summary>The channels to other nodes: one a node, bounded, closed once idle.</summary>
internal sealed class PeerChannelPool : IDisposable
{
    private readonly Dictionary<NodeId, Entry> _entries = [];
    private readonly Lock _lock = new();
    private readonly PeerNetworkOptions _options;
    private readonly Connector _connector;
    private readonly TimeProvider _time;
    private readonly ITimer _sweep;
    private bool _disposed;

    public PeerChannelPool(PeerNetworkOptions options, Connector connector, TimeProvider time)
    {
        _options = options;
        _connector = connector;
        _time = time;
        var period = options.Connections.Idle / 2;
        _sweep = time.CreateTimer(static pool => ((PeerChannelPool)pool!).Sweep(), this, period, period);
    }

    /// <summary>Channels that are held.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    /// <summary>The channel to a node, in use until the lease is released; null where there is no room for another, or
    /// the node shuts down.</summary>
    public ChannelLease? Rent(NodeId node)
    {
        lock (_lock)
        {
            if (_disposed)
                return null;
            if (!_entries.TryGetValue(node, out var entry))
            {
                if (_entries.Count >= _options.Connections.Channels && !TryEvict())
                    return null;
                var pipeline = CallPipeline.Create(_options.Calls, _time);
                entry = new Entry(new PeerChannel(node, _connector, pipeline, _options.Connections, _time));
                _entries[node] = entry;
            }

            entry.Users++;
            return new ChannelLease(entry.Channel, () => Release(entry));
        }
    }

    public void Dispose()
    {
        Entry[] entries;
        lock (_lock)
        {
            _disposed = true;
            entries = [.. _entries.Values];
            _entries.Clear();
        }

        _sweep.Dispose();
        foreach (var entry in entries)
            entry.Channel.Dispose();
    }

    private void Release(Entry entry)
    {
        lock (_lock)
        {
            entry.Users--;
            entry.LastUsed = _time.GetTimestamp();
        }
    }

    private void Sweep()
    {
        List<Entry> idle;
        lock (_lock)
        {
            idle =
            [
                .. _entries.Values.Where(entry =>
                    entry.Users == 0 && _time.GetElapsedTime(entry.LastUsed) >= _options.Connections.Idle),
            ];
            foreach (var entry in idle)
                _entries.Remove(entry.Channel.Node);
        }

        foreach (var entry in idle)
            entry.Channel.Dispose();
    }

    private bool TryEvict()
    {
        var oldest = _entries.Values.Where(entry => entry.Users == 0).MinBy(entry => entry.LastUsed);
        if (oldest is null)
            return false;
        _entries.Remove(oldest.Channel.Node);
        oldest.Channel.Dispose();
        return true;
    }

    private sealed class Entry(PeerChannel channel)
    {
        public PeerChannel Channel => channel;

        public int Users { get; set; }

        public long LastUsed { get; set; }
    }
}
