using System.Runtime.CompilerServices;
using Gaia.Core.Random;
using Gaia.Worlds;

namespace Gaia.Evaluation.Benchmarks;

/// <summary>Episodes under uniformly random actions: what a world costs without any policy.</summary>
internal abstract class RandomEpisodes
{
    /// <summary>Whole episodes so far.</summary>
    public long Episodes { get; protected set; }

    /// <summary>Goes on for a number of steps, through as many episodes as that takes.</summary>
    public abstract void Advance(int steps);
}

/// <inheritdoc/>
/// <remarks>The world checks no argument: the observation has its size, actions are drawn within its range.</remarks>
internal sealed class RandomEpisodes<TWorld, TState> : RandomEpisodes
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    private readonly float[] _observation = new float[TWorld.Info.ObservationSize];
    private readonly WorldInfo _info = TWorld.Info;
    private readonly WorldArguments _arguments = TWorld.Info.DefaultArguments;
    private PhiloxStream _random;
    private TState _state;
    private uint _seed;
    private int _steps;
    private bool _isRunning;

    /// <summary>The sequence of episodes that a key and a worker name.</summary>
    /// <param name="key">The same key gives the same actions.</param>
    /// <param name="worker">Keeps the threads of one benchmark apart.</param>
    public RandomEpisodes(ulong key, int worker)
    {
        _random = new PhiloxStream(key, member: (uint)worker);
        _seed = (uint)worker << 20;
    }

    /// <inheritdoc/>
    public override void Advance(int steps)
    {
        var isDiscrete = _info.ActionKind == ActionKind.Discrete;
        var size = _info.ActionSize;
        // A copy that the compiler may keep in registers; the field would be written back at every draw.
        var random = _random;
        WorldAction action = default;
        for (var i = 0; i < steps; i++)
        {
            if (!_isRunning)
            {
                TWorld.Reset(ref _state, _seed++, in _arguments, _observation);
                _steps = 0;
            }

            if (isDiscrete)
                action.Index = (int)random.NextBelow((uint)size);
            else
                DrawComponents(ref random, ref action, size);
            var isTerminated = TWorld.Step(ref _state, in action, _observation).Terminated;
            _isRunning = !isTerminated && !_info.IsTruncatedAt(++_steps);
            Episodes += _isRunning ? 0 : 1;
        }

        _random = random;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DrawComponents(ref PhiloxStream random, ref WorldAction action, int size)
    {
        for (var i = 0; i < size; i++)
            action.Values[i] = (float)((2.0 * random.NextDouble()) - 1.0);
    }
}
