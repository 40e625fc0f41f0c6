using System.Numerics;
using Gaia.Evaluation.Episodes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Lanes;

/// <summary>Controllers without a form for lanes: one for each slot, asked in turn.</summary>
internal sealed class SlotwiseController : LaneController
{
    private readonly WorldLanes _lanes;
    private readonly EpisodeController[] _controllers;
    private readonly float[] _observation;
    private readonly bool _isDiscrete;
    private readonly int _size;

    /// <summary>A controller for every slot.</summary>
    public SlotwiseController(WorldLanes lanes, Func<EpisodeController> newController)
    {
        _lanes = lanes;
        _controllers = new EpisodeController[lanes.Slots];
        for (var slot = 0; slot < _controllers.Length; slot++)
            _controllers[slot] = newController();
        _observation = new float[lanes.Info.ObservationSize];
        _isDiscrete = lanes.Info.ActionKind == ActionKind.Discrete;
        _size = lanes.Info.ActionSize;
    }

    /// <inheritdoc/>
    public override void Begin(int slot, int episode) => _controllers[slot].Begin(episode);

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<byte> running)
    {
        for (var group = 0; group < running.Length; group++)
        {
            for (uint lanes = running[group]; lanes != 0; lanes &= lanes - 1)
                Act(group, BitOperations.TrailingZeroCount(lanes));
        }
    }

    private void Act(int group, int lane)
    {
        var slot = (group * WorldLanes.Width) + lane;
        var from = (group * _observation.Length * WorldLanes.Width) + lane;
        for (var i = 0; i < _observation.Length; i++)
            _observation[i] = _lanes.Observations[from + (i * WorldLanes.Width)];
        WorldAction action = default;
        _controllers[slot].Act(_observation, ref action);
        if (_isDiscrete)
        {
            _lanes.Choices[slot] = action.Index;
            return;
        }

        var to = (group * _size * WorldLanes.Width) + lane;
        for (var i = 0; i < _size; i++)
            _lanes.Components[to + (i * WorldLanes.Width)] = action.Values[i];
    }
}
