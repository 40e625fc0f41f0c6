using Gaia.Evaluation.Episodes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Benchmarks;

/// <summary>One episode after another.</summary>
/// <remarks>The world checks no argument: the observation has its size, the controller acts within its range.</remarks>
internal sealed class ScalarEpisodes<TWorld, TState> : BenchmarkEpisodes
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    /// <summary>Between two looks at the clock, whose cost stays under 0.5% of the fastest world's.</summary>
    private const int StepsPerAdvance = 512;

    private readonly float[] _observation = new float[TWorld.Info.ObservationSize];
    private readonly WorldInfo _info = TWorld.Info;
    private readonly WorldArguments _arguments = TWorld.Info.DefaultArguments;
    private readonly EpisodeController _controller;
    private TState _state;
    private uint _seed;
    private int _begun;
    private int _steps;
    private bool _isRunning;

    /// <summary>The episodes of a worker.</summary>
    public ScalarEpisodes(EpisodeController controller, int worker)
    {
        _controller = controller;
        _seed = FirstSeedOf(worker);
    }

    /// <inheritdoc/>
    public override long Advance()
    {
        WorldAction action = default;
        for (var i = 0; i < StepsPerAdvance; i++)
        {
            if (!_isRunning)
            {
                TWorld.Reset(ref _state, _seed++, in _arguments, _observation);
                _controller.Begin(_begun++);
                _steps = 0;
            }

            _controller.Act(_observation, ref action);
            var isTerminated = TWorld.Step(ref _state, in action, _observation).Terminated;
            _isRunning = !isTerminated && !_info.IsTruncatedAt(++_steps);
            Episodes += _isRunning ? 0 : 1;
        }

        return StepsPerAdvance;
    }
}
