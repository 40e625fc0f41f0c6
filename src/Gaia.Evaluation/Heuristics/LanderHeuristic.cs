using Gaia.Evaluation.Episodes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Heuristics;

/// <summary>Lands by choices: the engine against the greater error, none while both are small.</summary>
/// <inheritdoc cref="LanderErrors" path="/remarks"/>
internal sealed class LanderHeuristic : EpisodeController
{
    private const float SmallError = 0.05f;

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<float> observation, ref WorldAction action)
    {
        var errors = LanderErrors.Of(observation);
        action.Index = errors.Hover > Math.Abs(errors.Angle) && errors.Hover > SmallError ? 2
            : errors.Angle < -SmallError ? 3
            : errors.Angle > SmallError ? 1
            : 0;
    }
}
