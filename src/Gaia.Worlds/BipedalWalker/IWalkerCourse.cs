namespace Gaia.Worlds.BipedalWalker;

/// <summary>What lies on the way of a walker: all that sets its two worlds apart.</summary>
internal interface IWalkerCourse
{
    /// <summary>The Gymnasium id.</summary>
    static abstract string Id { get; }

    /// <summary>Steps after which an episode is truncated.</summary>
    static abstract int HorizonSteps { get; }

    /// <summary>One sentence for tables.</summary>
    static abstract string Description { get; }

    /// <summary>Stumps, stairs and pits, or none.</summary>
    static abstract bool HasObstacles { get; }
}
