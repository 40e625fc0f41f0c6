using System.Runtime.CompilerServices;
using Gaia.Worlds.Samples;

namespace Gaia.Worlds.Tests.Samples;

/// <summary>One episode of a world of samples, answered by a function of the case and its target.</summary>
internal sealed class SampleRun(uint seed, Func<int, float, float> answer) : IWorldVisitor<SampleRun>
{
    /// <summary>What each case showed.</summary>
    public List<float[]> Inputs { get; } = [];

    public List<float> Targets { get; } = [];

    /// <summary>All rewards but the last.</summary>
    public List<double> EarlyRewards { get; } = [];

    public double Return { get; private set; }

    public static SampleRun Of(string world, uint seed, Func<int, float, float> answer) =>
        WorldCatalog.Visit(world, new SampleRun(seed, answer));

    public SampleRun Visit<TWorld, TState>()
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged
    {
        Assert.Equal(typeof(SampleState), typeof(TState));
        TState state = default;
        var observation = new float[TWorld.Info.ObservationSize];
        TWorld.Reset(ref state, seed, default, observation);
        for (int i = 0; ; i++)
        {
            float target = Unsafe.As<TState, SampleState>(ref state).Target;
            Inputs.Add([.. observation]);
            Targets.Add(target);
            WorldAction action = default;
            action.Values[0] = answer(i, target);
            Transition transition = TWorld.Step(ref state, in action, observation);
            Return = transition.Reward;
            if (transition.Terminated)
                return this;
            EarlyRewards.Add(transition.Reward);
        }
    }
}
