using System.Numerics;
using Gaia.Worlds.Physics.Islands;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>The SIMD form of worlds with bodies: steps one by one, their islands in lanes.</summary>
/// <remarks>
/// Solving islands is most of a step. All slots are brought to where that begins, the islands of all are solved
/// together, and all slots are brought to the end of the step.
/// </remarks>
internal sealed class PhysicsLanes<TWorld, TState> : WorldLanes
    where TWorld : struct, IPhysicsWorld<TState>
    where TState : unmanaged
{
    /// <summary>As many as keep both groups of the solver full for most of its time; twelve are no faster.</summary>
    private const int DefaultGroups = 8;

    private readonly TState[] _states;
    private readonly Island[] _islands;
    private readonly LaneSolver _solver;
    private readonly float[] _observation;
    private readonly WorldArguments _arguments;

    public PhysicsLanes(in WorldArguments arguments, int groups = DefaultGroups)
        : base(TWorld.Info, groups)
    {
        _states = new TState[Slots];
        _islands = new Island[Slots];
        _solver = new LaneSolver(_islands, TWorld.StepSettings);
        _observation = new float[TWorld.Info.ObservationSize];
        _arguments = arguments;
    }

    /// <summary>The episode in a slot, for comparison.</summary>
    public ref readonly TState StateOf(int slot) => ref _states[slot];

    public override void Reset(int slot, uint seed)
    {
        TWorld.Reset(ref _states[slot], seed, in _arguments, _observation);
        Spread(slot, _observation);
    }

    public override void Step(ReadOnlySpan<byte> running)
    {
        for (int group = 0; group < Groups; group++)
        {
            for (uint lanes = running[group]; lanes != 0; lanes &= lanes - 1)
                BeginStep((group * Width) + BitOperations.TrailingZeroCount(lanes));
        }

        _solver.Run();
        for (int group = 0; group < Groups; group++)
        {
            uint terminated = 0;
            for (uint lanes = running[group]; lanes != 0; lanes &= lanes - 1)
            {
                int lane = BitOperations.TrailingZeroCount(lanes);
                if (EndStep((group * Width) + lane))
                    terminated |= 1u << lane;
            }

            Terminated[group] = (byte)terminated;
        }
    }

    private void BeginStep(int slot)
    {
        ref TState state = ref _states[slot];
        Gather(slot, out WorldAction action);
        TWorld.BeginStep(ref state, in action);
        TWorld.Scene(ref state).BeginStep(ref _islands[slot], TWorld.StepSettings);
        _solver.Add(slot);
    }

    private bool EndStep(int slot)
    {
        ref TState state = ref _states[slot];
        Gather(slot, out WorldAction action);
        TWorld.Scene(ref state).EndStep(ref _islands[slot], TWorld.StepSettings);
        Transition transition = TWorld.EndStep(ref state, in action, _observation);
        Rewards[slot] = transition.Reward;
        Spread(slot, _observation);
        return transition.Terminated;
    }
}
