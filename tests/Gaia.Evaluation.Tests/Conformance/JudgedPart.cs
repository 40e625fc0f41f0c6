using Gaia.Core.Random;
using Gaia.Evaluation.Episodes;
using Gaia.Evaluation.Heuristics;
using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>An episode that the scalar form plays too: it is the judge.</summary>
/// <remarks>
/// Its actions are random, or held for a while, or those of the world's heuristic with some random ones among them.
/// Components reach beyond the action space by half. Some parts leave off in the middle, so that slots are also reset
/// while their episode goes on.
/// </remarks>
internal sealed class JudgedPart<TWorld, TState> : Part
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    private const uint PartsThatRunToTheirEnd = 4;
    private const uint HeldSteps = 12;
    private const uint StepsBetweenRandomOnes = 10;
    private const float Beyond = 1.5f;

    private readonly WorldInfo _info = TWorld.Info;
    private readonly WorldArguments _arguments;
    private readonly EpisodeController? _heuristic;
    private readonly float[] _observation = new float[TWorld.Info.ObservationSize];
    private readonly uint _mostSteps;
    private readonly bool _isHeld;
    private TState _state;
    private PhiloxStream _random;
    private WorldAction _action;
    private bool _isTerminated;

    public JudgedPart(in WorldArguments arguments, uint seed)
    {
        Seed = seed;
        _arguments = arguments;
        _random = new PhiloxStream(key: 0xC0FFEE, member: seed);
        _mostSteps = _random.NextBelow(PartsThatRunToTheirEnd) == 0 ? 1 + _random.NextBelow(100) : uint.MaxValue;
        var manner = _random.NextBelow(3);
        _isHeld = manner == 1;
        if (manner == 2 && HeuristicCatalog.Has(_info.Id))
            _heuristic = HeuristicCatalog.Create(_info.Id);
        _heuristic?.Begin(0);
    }

    public override string Name => $"seed {Seed}";

    public override uint Seed { get; }

    public override bool HasEnded => _isTerminated || Steps >= _mostSteps || _info.IsTruncatedAt(Steps);

    public override void Begin(Span<float> observation)
    {
        TWorld.Reset(ref _state, Seed, in _arguments, _observation);
        _observation.CopyTo(observation);
    }

    public override WorldAction NextAction()
    {
        if (_heuristic is not null && _random.NextBelow(StepsBetweenRandomOnes) != 0)
            _heuristic.Act(_observation, ref _action);
        else if (!_isHeld || Steps == 0 || _random.NextBelow(HeldSteps) == 0)
            Draw();
        return _action;
    }

    protected override Transition Advance(Span<float> observation)
    {
        var transition = TWorld.Step(ref _state, in _action, _observation);
        _isTerminated = transition.Terminated;
        _observation.CopyTo(observation);
        return transition;
    }

    private void Draw()
    {
        if (_info.ActionKind == ActionKind.Discrete)
        {
            _action.Index = (int)_random.NextBelow((uint)_info.ActionSize);
            return;
        }

        for (var i = 0; i < _info.ActionSize; i++)
        {
            var range = _info.ActionBounds[i];
            var bound = float.IsFinite(range.High) ? Math.Max(Math.Abs(range.Low), Math.Abs(range.High)) : 1f;
            _action.Values[i] = _random.NextBelow(16) switch
            {
                0 => 0f,
                1 => -0f,
                2 => bound,
                3 => -bound,
                _ => Beyond * bound * (float)((2.0 * _random.NextDouble()) - 1.0),
            };
        }
    }
}
