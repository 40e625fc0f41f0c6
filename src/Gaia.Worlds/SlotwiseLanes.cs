namespace Gaia.Worlds;

/// <summary>Lanes of a world without a form of its own for them: slot after slot runs the scalar form.</summary>
public sealed class SlotwiseLanes<TWorld, TState> : WorldLanes
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    private readonly TState[] _states;
    private readonly float[] _observation;
    private readonly WorldArguments _arguments;

    /// <summary>Room for some groups of episodes.</summary>
    /// <param name="arguments">The world's, each within its range.</param>
    /// <param name="groups">At least 1.</param>
    public SlotwiseLanes(in WorldArguments arguments, int groups)
        : base(TWorld.Info, groups)
    {
        _states = new TState[Slots];
        _observation = new float[TWorld.Info.ObservationSize];
        _arguments = arguments;
    }

    /// <inheritdoc/>
    public override void Reset(int slot, uint seed)
    {
        TWorld.Reset(ref _states[slot], seed, in _arguments, _observation);
        Spread(slot, _observation);
    }

    /// <inheritdoc/>
    public override void Step(ReadOnlySpan<byte> running)
    {
        for (int group = 0; group < Groups; group++)
        {
            int terminated = 0;
            for (int lane = 0; lane < Width; lane++)
            {
                if ((running[group] >> lane & 1) != 0 && StepSlot((group * Width) + lane))
                    terminated |= 1 << lane;
            }

            Terminated[group] = (byte)terminated;
        }
    }

    private bool StepSlot(int slot)
    {
        Gather(slot, out WorldAction action);
        Transition transition = TWorld.Step(ref _states[slot], in action, _observation);
        Rewards[slot] = transition.Reward;
        Spread(slot, _observation);
        return transition.Terminated;
    }
}
