using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Bootstrap;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Peers;
using Gaia.Overlay.RoutingTable;

namespace Gaia.Overlay.Membership;

/// <summary>Which peers are kept for the next start.</summary>
/// <remarks>
/// Active peers, then contacts, longest first, then those remembered from before: a node that lost all but one of its
/// peers must not forget the others, and one that lost all forgets none.
/// </remarks>
internal sealed class PeerMemory(AddressBook book, BootstrapPlan bootstrap, MembershipOptions options)
{
    private ImmutableArray<NodeRecord> _remembered = [];
    private DateTimeOffset? _lastPersisted;
    private long _persistedVersion;
    private long _linkVersion;

    private long Version => book.Table.Version + _linkVersion;

    /// <summary>What was persisted by an earlier run.</summary>
    public void Recall(ImmutableArray<NodeRecord> cached) =>
        _remembered = cached.Length > options.PersistedPeers ? cached[..options.PersistedPeers] : cached;

    public void LinksChanged() => _linkVersion++;

    /// <summary>Persists what changed, at most once a period.</summary>
    public void Maintain(ActiveView view, StepContext step)
    {
        if (NextDeadline() <= step.Now || (Version != _persistedVersion && _lastPersisted is null))
            Persist(view, step);
    }

    public DateTimeOffset? NextDeadline() =>
        Version == _persistedVersion ? null : _lastPersisted + options.PersistPeriod;

    public void Persist(ActiveView view, StepContext step)
    {
        var peers = Gather(view, step.Now);
        _persistedVersion = Version;
        if (peers.Length == 0)
            return;
        _lastPersisted = step.Now;
        _remembered = peers;
        bootstrap.Remember(peers);
        step.Emit(new OverlayEffect.PersistPeers(peers));
    }

    private ImmutableArray<NodeRecord> Gather(ActiveView view, DateTimeOffset now)
    {
        var taken = new HashSet<NodeId>();
        var peers = ImmutableArray.CreateBuilder<NodeRecord>();
        var all = view.Links.Select(link => link.Record)
            .Concat(book.Table.Contacts.OrderBy(contact => contact.Added).Select(contact => contact.Record))
            .Concat(_remembered);
        foreach (var record in all)
        {
            var reachable = record.Mode == PeerMode.Server && record.Addresses.Length > 0 && record.Expires > now;
            if (peers.Count < options.PersistedPeers && reachable && taken.Add(record.Node))
                peers.Add(record);
        }

        return peers.ToImmutable();
    }
}
