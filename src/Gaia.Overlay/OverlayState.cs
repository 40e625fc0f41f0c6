using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Bootstrap;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Links;
using Gaia.Overlay.Lookup;
using Gaia.Overlay.Membership;
using Gaia.Overlay.Peers;
using Gaia.Overlay.RoutingTable;
using Gaia.Overlay.Scoring;

namespace Gaia.Overlay;

/// <summary>Everything that the overlay of one node remembers. One owner, no locks: readers take snapshots.</summary>
public sealed class OverlayState
{
    private ImmutableArray<NodeRecord> _contacts = [];
    private long _contactsVersion = -1;

    /// <summary>The overlay of a node before its first event.</summary>
    /// <param name="self">The node's own record.</param>
    /// <param name="options">Limits and periods.</param>
    /// <exception cref="ArgumentException">An option is out of range; all of them are named.</exception>
    public OverlayState(NodeRecord self, OverlayOptions options)
    {
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(options);
        var errors = options.Validate();
        if (errors.Count > 0)
            throw new ArgumentException(string.Join("; ", errors), nameof(options));

        Self = self;
        Options = options;
        Book = new AddressBook(self.Node, options.RoutingTable, options.Membership);
        Bootstrap = new BootstrapPlan(self.Node, options.Bootstrap);
        Scores = new PeerScores(options.Score);
        Links = new LinkKeeper(self.Node, Book, Bootstrap, Scores, options);
        Lookups = new LookupSet(Book, options.RoutingTable.BucketSize, options.Lookup);
        Broadcast = new EagerBroadcast(options.Broadcast);
        Join = new JoinWatch(options.Bootstrap, options.RoutingTable);
        Memory = new PeerMemory(Book, Bootstrap, options.Membership);
    }

    internal enum Life
    {
        New,
        Running,
        Stopped,
    }

    internal OverlayOptions Options { get; }

    internal NodeRecord Self { get; set; }

    internal AddressBook Book { get; }

    internal BootstrapPlan Bootstrap { get; }

    internal PeerScores Scores { get; }

    internal LinkKeeper Links { get; }

    internal LookupSet Lookups { get; }

    internal IBroadcast Broadcast { get; }

    internal JoinWatch Join { get; }

    internal PeerMemory Memory { get; }

    internal CounterBoard Counters { get; } = new();

    internal Life Stage { get; set; }

    /// <summary>The latest time that a step was given; time never runs backwards here.</summary>
    internal DateTimeOffset Now { get; set; }

    internal DateTimeOffset? NextRenewal { get; set; }

    internal DateTimeOffset? LastWake { get; set; }

    internal BootstrapPhase Phase =>
        Join.Phase(Links.View.Count, Bootstrap.HasTargets || Book.Table.Count > 0 || Book.Hints.Count > 0);

    /// <summary>The answer to a FindNode of a peer: at most k records nearest to the target, nearest first.</summary>
    /// <param name="target">What the peer looks for.</param>
    /// <param name="asker">The peer, which knows itself; <c>default</c> for nobody.</param>
    public ImmutableArray<NodeRecord> FindClosest(NodeId target, NodeId asker)
    {
        var count = Options.RoutingTable.BucketSize;
        return OverlaySnapshot.Nearest(Book.Table.Closest(target, count + 1), Self, target, asker, count, Now);
    }

    /// <summary>What readers see, as of the last step.</summary>
    public OverlaySnapshot Snapshot()
    {
        if (_contactsVersion != Book.Table.Version)
        {
            _contacts = [.. Book.Table.Contacts.Select(contact => contact.Record)];
            _contactsVersion = Book.Table.Version;
        }

        return new OverlaySnapshot
        {
            Time = Now,
            Self = Self,
            ActivePeers = [.. Links.View.Links.Select(Read)],
            Contacts = _contacts,
            ClosestCount = Options.RoutingTable.BucketSize,
            Hints = Book.Hints.Count,
            Bootstrap = new BootstrapStatus(Phase, Bootstrap.Read()),
            Counters = Counters.Read(),
        };
    }

    private ActivePeer Read(ActiveLink link) => new(
        link.Id, link.Record, link.Direction, link.Address, link.Since, Scores.Score(link.Node, Now));
}
