using Gaia.Evaluation.Workers;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Episodes;

/// <summary>Runs whole episodes of one policy after another in one world.</summary>
/// <remarks>
/// The world is a type argument: the step loop has no virtual call and no allocation. One worker thread owns it.
/// </remarks>
internal sealed class EpisodeRunner<TWorld, TState>
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    /// <summary>Steps between two looks at the stop signal: under 2 ms of the slowest world, under 1% of the fastest.
    /// </summary>
    private const int StepsBetweenStopChecks = 64;

    private readonly PackedPolicy _policy;
    private readonly float[] _observation;
    private readonly bool _isDiscrete;
    private readonly WorldInfo _info;
    private readonly WorldArguments _arguments;
    private readonly ActionScale _scale;
    private TState _state;

    /// <summary>A runner for policies of the layout.</summary>
    /// <param name="layout">Fits the world.</param>
    /// <param name="arguments">The world's, each within its range.</param>
    /// <exception cref="ArgumentException">The layout does not fit the world.</exception>
    public EpisodeRunner(MlpLayout layout, in WorldArguments arguments)
    {
        var info = TWorld.Info;
        WorldFit.Require(layout, info);
        _policy = new PackedPolicy(layout);
        _observation = new float[info.ObservationSize];
        _isDiscrete = info.ActionKind == ActionKind.Discrete;
        _info = info;
        _arguments = arguments;
        _scale = new ActionScale(info);
    }

    /// <summary>Chooses the policy of the next episodes.</summary>
    public void Load(ReadOnlySpan<float> genome) => _policy.Load(genome);

    /// <summary>Runs the episode that the seed names, to its end.</summary>
    /// <returns>False when the signal ended it early; the result is then default.</returns>
    public bool TryRun(uint seed, StopSignal stop, out EpisodeResult result)
    {
        result = default;
        var total = 0.0;
        var untilCheck = 0;
        WorldAction action = default;
        TWorld.Reset(ref _state, seed, in _arguments, _observation);
        for (var steps = 1; ; steps++)
        {
            if (--untilCheck < 0)
            {
                if (stop.IsRaised)
                    return false;
                untilCheck = StepsBetweenStopChecks - 1;
            }

            var outputs = _policy.Forward(_observation);
            if (_isDiscrete)
                action.Index = MlpPolicy.ArgMax(outputs);
            else
                Fill(ref action, outputs);
            var transition = TWorld.Step(ref _state, in action, _observation);
            total += transition.Reward;
            if (transition.Terminated)
            {
                result = new EpisodeResult(total, steps, EpisodeEnd.Terminated);
                return true;
            }

            if (_info.IsTruncatedAt(steps))
            {
                result = new EpisodeResult(total, steps, EpisodeEnd.Truncated);
                return true;
            }
        }
    }

    private void Fill(ref WorldAction action, ReadOnlySpan<float> outputs)
    {
        Span<float> values = action.Values;
        outputs.CopyTo(values);
        _scale.Apply(values);
    }
}
