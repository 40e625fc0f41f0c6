using Gaia.Overlay.Membership;
using Gaia.Overlay.RoutingTable;

namespace Gaia.Overlay.Bootstrap;

/// <summary>Says how far the node came, and when it looks itself up.</summary>
/// <remarks>
/// Kademlia (2002) section 2.3: a node joins by looking up its own id. It does so with the first link, and again, ever
/// more rarely, while it has fewer peers than it wants: that is how two early nodes learn of a third.
/// </remarks>
internal sealed class JoinWatch(BootstrapOptions options, RoutingTableOptions table)
{
    private bool _everLinked;
    private bool _lookedUp;
    private DateTimeOffset _nextCheck;
    private TimeSpan _pause = options.CheckPeriod;

    public BootstrapPhase Phase(int links, bool knowsAnybody)
    {
        if (links > 0)
            return _lookedUp ? BootstrapPhase.Joined : BootstrapPhase.LookingUp;
        if (_everLinked)
            return BootstrapPhase.Isolated;
        return knowsAnybody ? BootstrapPhase.Connecting : BootstrapPhase.Alone;
    }

    /// <summary>A link came up or went: look again soon, and at once with the first link.</summary>
    public void LinksChanged(int links, DateTimeOffset now)
    {
        _everLinked |= links > 0;
        _lookedUp &= links > 0;
        _pause = options.CheckPeriod;
        _nextCheck = _lookedUp ? now + _pause : now;
    }

    /// <summary>The look-up for the own id has ended.</summary>
    public void LookedUp(int links) => _lookedUp |= links > 0;

    /// <summary>True where the own id is to be looked up now; the next time is then later.</summary>
    public bool IsDue(LinkKeeper keeper, DateTimeOffset now)
    {
        if (NextDeadline(keeper) is not { } due || due > now)
            return false;
        _nextCheck = now + _pause;
        _pause = _pause + _pause < table.RefreshPeriod ? _pause + _pause : table.RefreshPeriod;
        return true;
    }

    public DateTimeOffset? NextDeadline(LinkKeeper keeper)
    {
        var wanted = keeper.View.Count > 0 && (!_lookedUp || keeper.IsBelowTarget);
        return wanted ? _nextCheck : null;
    }
}
