namespace Gaia.Islands.Migration;

/// <summary>Limits on the exchange of elites.</summary>
public sealed record ExchangeOptions
{
    /// <summary>Announcements of one node for one task, per minute.</summary>
    /// <value>Default 6; 1 to 600. An honest island improves its elite about twice a minute; six leaves room for bursts
    /// while a flood of re-evaluations stays below a tenth of one core.</value>
    public int AnnouncementsPerMinute { get; init; } = 6;

    /// <summary>Announcements that this node may make at once after a quiet time.</summary>
    /// <value>Default 6; 2 to 600. One of them is kept for an elite that solves the task.</value>
    public int OwnBurst { get; init; } = 6;

    /// <summary>Announcements taken at once from another node after a quiet time.</summary>
    /// <value>Default 8; 1 to 1,200. Two above <see cref="OwnBurst"/>: delays on the way move announcements together,
    /// and with two spare tokens up to 20 s of that never make an honest node look like a flood.</value>
    public int PeerBurst { get; init; } = 8;

    /// <summary>Least improvement over the origin's last elite that is worth an announcement, in 1e-6 reward units.
    /// </summary>
    /// <value>Default 100,000 (0.1 reward units); 1 to 10^12. Far below the noise of a mean over 100 episodes in every
    /// built-in world; only keeps identical steps from travelling. An elite that is the origin's first to reach the
    /// task's score is exempt.</value>
    public long MinimumImprovementMicros { get; init; } = 100_000;

    /// <summary>Elites that may be under way (pulled or being re-evaluated) at once.</summary>
    /// <value>Default 32; 1 to 1,000. A LunarLander elite takes about 0.4 s of one core to re-evaluate.</value>
    public int PendingPulls { get; init; } = 32;

    /// <summary>Time after which a pull without an outcome is forgotten.</summary>
    /// <value>Default 60 s; 1 s to 1 h.</value>
    public TimeSpan PendingFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Announcements remembered for a task, so that a repeat is known as one.</summary>
    /// <value>Default 4,096; 16 to 1,000,000. The oldest is forgotten first.</value>
    public int RememberedAnnouncements { get; init; } = 4096;

    /// <summary>Nodes whose announcements are counted one by one.</summary>
    /// <value>Default 1,024; 16 to 100,000. The one that has been silent for longest is forgotten first; a node that
    /// was caught lying is forgotten only for another one that was.</value>
    public int TrackedNodes { get; init; } = 1024;

    /// <summary>Throws where a value is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Named after the option.</exception>
    internal void Validate()
    {
        Check(AnnouncementsPerMinute, 1, 600, nameof(AnnouncementsPerMinute));
        Check(OwnBurst, 2, 600, nameof(OwnBurst));
        Check(PeerBurst, 1, 1200, nameof(PeerBurst));
        Check(MinimumImprovementMicros, 1, 1_000_000_000_000, nameof(MinimumImprovementMicros));
        Check(PendingPulls, 1, 1000, nameof(PendingPulls));
        Check(PendingFor.Ticks, TimeSpan.TicksPerSecond, TimeSpan.TicksPerHour, nameof(PendingFor));
        Check(RememberedAnnouncements, 16, 1_000_000, nameof(RememberedAnnouncements));
        Check(TrackedNodes, 16, 100_000, nameof(TrackedNodes));
    }

    private static void Check(long value, long minimum, long maximum, string name)
    {
        if (value < minimum || value > maximum)
            throw new ArgumentOutOfRangeException(name, value, $"{minimum} to {maximum}.");
    }
}
