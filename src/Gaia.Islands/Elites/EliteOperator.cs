namespace Gaia.Islands.Elites;

/// <summary>The names of what brought an elite about, for lineage and tables.</summary>
public static class EliteOperator
{
    /// <summary>The mean of the optimiser's search distribution.</summary>
    public const string Mean = "mean";

    /// <summary>A member of a population.</summary>
    public const string Sample = "sample";

    /// <summary>Taken over from another node.</summary>
    public const string Migration = "migration";
}
