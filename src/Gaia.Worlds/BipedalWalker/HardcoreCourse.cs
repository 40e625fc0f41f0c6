namespace Gaia.Worlds.BipedalWalker;

/// <summary>Stumps, stairs and pits on the ground.</summary>
internal readonly struct HardcoreCourse : IWalkerCourse
{
    /// <inheritdoc/>
    public static string Id => "BipedalWalkerHardcore-v3";

    /// <inheritdoc/>
    public static int HorizonSteps => 2000;

    /// <inheritdoc/>
    public static string Description => "Walk on two legs over stumps, stairs and pits.";

    /// <inheritdoc/>
    public static bool HasObstacles => true;
}
