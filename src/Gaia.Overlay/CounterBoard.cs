namespace Gaia.Overlay;

/// <summary>The moving form of <see cref="OverlayCounters"/>.</summary>
internal sealed class CounterBoard
{
    public long Dials;
    public long DialsFailed;
    public long LinksUp;
    public long LinksClosed;
    public long Lookups;
    public long FindNodeRequests;
    public long FindNodeFailures;
    public long MessagesPublished;
    public long MessagesReceived;
    public long MessagesRepeated;
    public long MessagesAccepted;
    public long MessagesIgnored;
    public long MessagesRejected;
    public long MessagesDropped;
    public long MessagesSent;
    public long RecordsRefused;
    public long PeersDisconnected;

    public OverlayCounters Read() => new()
    {
        Dials = Dials,
        DialsFailed = DialsFailed,
        LinksUp = LinksUp,
        LinksClosed = LinksClosed,
        Lookups = Lookups,
        FindNodeRequests = FindNodeRequests,
        FindNodeFailures = FindNodeFailures,
        MessagesPublished = MessagesPublished,
        MessagesReceived = MessagesReceived,
        MessagesRepeated = MessagesRepeated,
        MessagesAccepted = MessagesAccepted,
        MessagesIgnored = MessagesIgnored,
        MessagesRejected = MessagesRejected,
        MessagesDropped = MessagesDropped,
        MessagesSent = MessagesSent,
        RecordsRefused = RecordsRefused,
        PeersDisconnected = PeersDisconnected,
    };
}
