namespace Gaia.Overlay;

/// <summary>What happened since the start; each only counts up.</summary>
public sealed record OverlayCounters
{
    /// <summary>Dial attempts.</summary>
    public long Dials { get; init; }

    /// <summary>Dial attempts that failed.</summary>
    public long DialsFailed { get; init; }

    /// <summary>Links that came up and were kept.</summary>
    public long LinksUp { get; init; }

    /// <summary>Links that this node refused or closed.</summary>
    public long LinksClosed { get; init; }

    /// <summary>Look-ups that ended.</summary>
    public long Lookups { get; init; }

    /// <summary>FindNode requests sent.</summary>
    public long FindNodeRequests { get; init; }

    /// <summary>FindNode requests that failed.</summary>
    public long FindNodeFailures { get; init; }

    /// <summary>Broadcast messages of this node.</summary>
    public long MessagesPublished { get; init; }

    /// <summary>Broadcast messages that came in, repeats included.</summary>
    public long MessagesReceived { get; init; }

    /// <summary>Messages that had come before.</summary>
    public long MessagesRepeated { get; init; }

    /// <summary>Messages found valid.</summary>
    public long MessagesAccepted { get; init; }

    /// <summary>Messages left aside.</summary>
    public long MessagesIgnored { get; init; }

    /// <summary>Messages found invalid.</summary>
    public long MessagesRejected { get; init; }

    /// <summary>Messages dropped because too many waited, or waited too long.</summary>
    public long MessagesDropped { get; init; }

    /// <summary>Copies of messages sent to peers.</summary>
    public long MessagesSent { get; init; }

    /// <summary>Records of peers that broke a rule.</summary>
    public long RecordsRefused { get; init; }

    /// <summary>Links closed because of the peer's score.</summary>
    public long PeersDisconnected { get; init; }
}
