namespace Gaia.Transport.Calls;

/// <summary>Keeps a channel open while it is used. Released once.</summary>
internal sealed class ChannelLease(PeerChannel channel, Action release) : IDisposable
{
    private Action? _release = release;

    public PeerChannel Channel => channel;

    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
