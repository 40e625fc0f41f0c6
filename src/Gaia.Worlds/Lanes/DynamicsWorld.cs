using System.Diagnostics;
using Gaia.Core.Random;

namespace Gaia.Worlds.Lanes;

/// <summary>The scalar form of a world that is written as dynamics.</summary>
internal readonly struct DynamicsWorld<TDynamics, TState> : IWorld<TState>
    where TDynamics : struct, IDynamics<TState, Real, Truth>
    where TState : unmanaged
{
    /// <inheritdoc/>
    public static WorldInfo Info => TDynamics.Info;

    /// <inheritdoc/>
    public static void Reset(ref TState state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        Draws<Real> draws = default;
        if (TDynamics.DrawCount > 0)
            Draw(seed, ref draws);
        TDynamics.Start(ref state, (double)seed, in draws, in arguments);
        Observe(in state, observation);
    }

    /// <inheritdoc/>
    public static Transition Step(ref TState state, in WorldAction action, Span<float> observation)
    {
        Debug.Assert(
            Info.ActionKind == ActionKind.Continuous || (uint)action.Index < Info.ActionSize, "No such choice.");
        double value = Info.ActionKind == ActionKind.Discrete ? action.Index : action.Values[0];
        Truth terminated = TDynamics.Step(ref state, value, out Real reward);
        Observe(in state, observation);
        return new Transition(reward.Value, terminated.Holds);
    }

    private static void Draw(uint seed, ref Draws<Real> draws)
    {
        var random = NumpyGenerator.FromSeed(seed);
        for (int i = 0; i < TDynamics.DrawCount; i++)
            draws[i] = random.NextDouble();
    }

    private static void Observe(in TState state, Span<float> observation)
    {
        Debug.Assert(observation.Length >= Info.ObservationSize, "The observation is too short.");
        Views<Real> views = default;
        TDynamics.Observe(in state, ref views);
        for (int i = 0; i < Info.ObservationSize; i++)
            observation[i] = (float)views[i].Value;
    }
}
