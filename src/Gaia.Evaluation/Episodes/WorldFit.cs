using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Episodes;

/// <summary>Whether a policy can act in a world: checked once for all steps, since the world itself checks nothing.
/// </summary>
internal static class WorldFit
{
    /// <exception cref="ArgumentException">The layout does not fit the world.</exception>
    public static void Require(MlpLayout layout, WorldInfo info)
    {
        if (layout.Inputs != info.ObservationSize || layout.Outputs != info.ActionSize)
        {
            throw new ArgumentException(
                $"{info.Id} takes {info.ObservationSize} inputs and {info.ActionSize} outputs.", nameof(layout));
        }
    }
}
