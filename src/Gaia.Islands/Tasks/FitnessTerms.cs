namespace Gaia.Islands.Tasks;

/// <summary>What a member of a population is judged by: its mean return over a few training episodes.</summary>
public sealed record FitnessTerms
{
    /// <summary>The only rule so far: fresh seeds in each generation, common to its members.</summary>
    public const string EachGeneration = "generation";

    /// <summary>Episodes of each member. Default 3; 1 to 1,000. A generation (each member and the mean) takes
    /// at most 50,000 episodes, and no more than the whole budget.</summary>
    public int Episodes { get; init; } = 3;

    /// <summary>When training seeds change. Default and only choice "generation".</summary>
    public string Reseed { get; init; } = EachGeneration;
}
