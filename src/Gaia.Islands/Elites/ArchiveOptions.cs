namespace Gaia.Islands.Elites;

/// <summary>Size and shares of the archive of one task.</summary>
public sealed record ArchiveOptions
{
    /// <summary>Elites kept for one task.</summary>
    /// <value>Default 50; 1 to 10,000. At 212 parameters fifty elites are 42 kB.</value>
    public int Capacity { get; init; } = 50;

    /// <summary>Share of the ranked slots that elites of one origin may hold when slots are contended.</summary>
    /// <value>Default 0.2; above 0, at most 1. Bounds what one node can take over, as docs on the swarm say.</value>
    public double OriginShare { get; init; } = 0.2;

    /// <summary>Share of the capacity that is kept for random immigrants.</summary>
    /// <value>Default 0.1; 0 to 0.5. Rounded down, so an archive of fewer than ten has none by default.</value>
    public double ImmigrantShare { get; init; } = 0.1;

    /// <summary>Chance that an elite too weak for a ranked slot may become an immigrant.</summary>
    /// <value>Default 0.1; 0 to 1. Drawn from the elite's id and the archive's own key, which no peer knows.</value>
    public double ImmigrantChance { get; init; } = 0.1;

    /// <summary>Slots for the best.</summary>
    public int RankedSlots => Capacity - ImmigrantSlots;

    /// <summary>Slots for immigrants.</summary>
    public int ImmigrantSlots => (int)(Capacity * ImmigrantShare);

    /// <summary>Ranked slots that one origin may hold when slots are contended; at least one.</summary>
    public int OriginCap => Math.Max(1, (int)(RankedSlots * OriginShare));

    /// <summary>Throws where a value is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Named after the option.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Capacity, 10_000);
        if (!(OriginShare is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(OriginShare), OriginShare, "Above 0, at most 1.");
        if (!(ImmigrantShare is >= 0 and <= 0.5))
            throw new ArgumentOutOfRangeException(nameof(ImmigrantShare), ImmigrantShare, "0 to 0.5.");
        if (!(ImmigrantChance is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(ImmigrantChance), ImmigrantChance, "0 to 1.");
    }
}
