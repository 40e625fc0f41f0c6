namespace Gaia.Worlds.BipedalWalker;

/// <summary>Uneven ground alone.</summary>
internal readonly struct GrassCourse : IWalkerCourse
{
    /// <inheritdoc/>
    public static string Id => "BipedalWalker-v3";

    /// <inheritdoc/>
    public static int HorizonSteps => 1600;

    /// <inheritdoc/>
    public static string Description => "Walk on two legs of two joints each over uneven ground.";

    /// <inheritdoc/>
    public static bool HasObstacles => false;
}
