namespace Gaia.Islands.Running;

/// <summary>How an island spends its episodes beyond the optimiser's own.</summary>
public sealed record IslandOptions
{
    /// <summary>Share of all episodes that held-out scores may take.</summary>
    /// <value>Default 0.2; 0.01 to 0.9. A full score costs 100 episodes, so with 0.2 the first comes after 400 episodes
    /// of training. The re-score of an elite that reaches the task's score is not held back by it, but counts: later
    /// scores wait until the share is kept again.</value>
    public double HeldOutShare { get; init; } = 0.2;

    /// <summary>Generations from one measurement of the distribution's mean to the next.</summary>
    /// <value>Default 1; 1 to 1,000. The mean runs as one more member on the generation's own seeds.</value>
    public int MeanEvery { get; init; } = 1;

    /// <summary>Latest measurements of the mean that are averaged into its evidence.</summary>
    /// <value>Default 3; 1 to 100. More is steadier and lags behind a mean that is moving up.</value>
    public int EvidenceWindow { get; init; } = 3;

    /// <summary>Received elites that wait for the next migration.</summary>
    /// <value>Default 8; 1 to 1,000. When full the oldest leaves: later ones are better, or they would not be
    /// there.</value>
    public int WaitingElites { get; init; } = 8;

    /// <summary>Throws where a value is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Named after the option.</exception>
    internal void Validate()
    {
        if (!(HeldOutShare is >= 0.01 and <= 0.9))
            throw new ArgumentOutOfRangeException(nameof(HeldOutShare), HeldOutShare, "0.01 to 0.9.");
        Check(MeanEvery, 1000, nameof(MeanEvery));
        Check(EvidenceWindow, 100, nameof(EvidenceWindow));
        Check(WaitingElites, 1000, nameof(WaitingElites));
    }

    private static void Check(int value, int maximum, string name)
    {
        if (value < 1 || value > maximum)
            throw new ArgumentOutOfRangeException(name, value, $"1 to {maximum}.");
    }
}
