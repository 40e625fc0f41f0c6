using System.Diagnostics;
using Gaia.Core.Random;

namespace Gaia.Worlds.Samples;

/// <summary>A set of samples as a world: each observation is a case, each action the answer to it.</summary>
/// <remarks>
/// The reward of the last answer is the whole return; all others are 0. A policy sees no reward, so that nothing tells
/// it a target. An answer beyond [-1, 1] counts as the nearer end. After the last case, observations are zeros.
/// </remarks>
internal readonly struct SampleWorld<TSet> : IWorld<SampleState>
    where TSet : struct, ISampleSet
{
    /// <inheritdoc/>
    public static WorldInfo Info => TSet.Info;

    /// <inheritdoc/>
    public static void Reset(ref SampleState state, uint seed, in WorldArguments arguments, Span<float> observation)
    {
        Debug.Assert(observation.Length >= TSet.Info.ObservationSize, "The observation is too short.");
        state.Random = TSet.IsDrawn ? NumpyGenerator.FromSeed(seed) : default;
        state.Answered = 0;
        state.Error = 0.0;
        state.Right = 0;
        state.Target = TSet.Present(0, ref state.Random, observation);
    }

    /// <inheritdoc/>
    public static Transition Step(ref SampleState state, in WorldAction action, Span<float> observation)
    {
        Debug.Assert(observation.Length >= TSet.Info.ObservationSize, "The observation is too short.");
        double reward = Judge(ref state, action.Values[0]);
        if (state.Answered < TSet.Cases)
        {
            state.Target = TSet.Present(state.Answered, ref state.Random, observation);
            return new Transition(reward, Terminated: false);
        }

        observation.Clear();
        return new Transition(reward, Terminated: true);
    }

    /// <summary>Takes the answer to the case that waits.</summary>
    /// <returns>The reward for it; 0 after the last.</returns>
    public static double Judge(ref SampleState state, float answer)
    {
        if (state.Answered == TSet.Cases)
            return 0.0;
        double error = Math.Abs((double)Math.Clamp(answer, -1.0f, 1.0f) - state.Target);
        state.Error += error;
        state.Right += error < TSet.Tolerance ? 1 : 0;
        state.Answered++;
        return state.Answered == TSet.Cases ? TSet.Score(state.Error, state.Right) : 0.0;
    }
}
