using Gaia.Core.Random;
using Gaia.Evaluation.Episodes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Benchmarks;

/// <summary>Uniformly random actions of one episode after another.</summary>
internal sealed class RandomController : EpisodeController
{
    private readonly ActionScale _scale;
    private readonly bool _isDiscrete;
    private readonly int _size;
    private PhiloxStream _random;

    /// <summary>The sequence that a key and a worker name.</summary>
    public RandomController(WorldInfo info, ulong key, int worker)
    {
        _scale = new ActionScale(info);
        _isDiscrete = info.ActionKind == ActionKind.Discrete;
        _size = info.ActionSize;
        _random = new PhiloxStream(key, member: (uint)worker);
    }

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<float> observation, ref WorldAction action)
    {
        if (_isDiscrete)
        {
            action.Index = (int)_random.NextBelow((uint)_size);
            return;
        }

        Span<float> components = action.Values;
        for (var i = 0; i < _size; i++)
            components[i] = (float)((2.0 * _random.NextDouble()) - 1.0);
        _scale.Apply(components);
    }
}
