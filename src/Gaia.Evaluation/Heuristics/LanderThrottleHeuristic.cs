using Gaia.Evaluation.Episodes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Heuristics;

/// <summary>Lands by throttles: each engine in proportion to its error.</summary>
/// <inheritdoc cref="LanderErrors" path="/remarks"/>
internal sealed class LanderThrottleHeuristic : EpisodeController
{
    private const float Gain = 20f;

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<float> observation, ref WorldAction action)
    {
        var errors = LanderErrors.Of(observation);
        action.Values[0] = Math.Clamp((errors.Hover * Gain) - 1f, -1f, 1f);
        // With a leg down the reference's error is a whole number, whose negative is no negative zero.
        action.Values[1] = errors.HasContact ? 0f : Math.Clamp(-errors.Angle * Gain, -1f, 1f);
    }
}
