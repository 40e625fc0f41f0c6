using System.Runtime.Intrinsics;
using Gaia.Core.Random;

namespace Gaia.Worlds.Samples;

/// <summary>Lanes of a set whose cases never change: they are worked out once, and shared by all episodes.</summary>
/// <remarks>Answers are judged by the scalar form's own function. Lanes of a group that are at the same case, as they
/// mostly are, get it in one store each input.</remarks>
internal sealed class TableLanes<TSet> : WorldLanes
    where TSet : struct, ISampleSet
{
    private readonly SampleState[] _states;

    /// <summary>[Cases][ObservationSize], and a row of zeros for the end.</summary>
    private readonly float[] _inputs;

    /// <summary>[Cases].</summary>
    private readonly float[] _targets;

    public TableLanes(int groups)
        : base(TSet.Info, groups)
    {
        int size = Info.ObservationSize;
        _states = new SampleState[Slots];
        _inputs = new float[(TSet.Cases + 1) * size];
        _targets = new float[TSet.Cases];
        NumpyGenerator unused = default;
        for (int i = 0; i < TSet.Cases; i++)
            _targets[i] = TSet.Present(i, ref unused, _inputs.AsSpan(i * size, size));
    }

    /// <inheritdoc/>
    public override void Reset(int slot, uint seed)
    {
        _states[slot] = default;
        _states[slot].Target = _targets[0];
        Show(slot);
    }

    /// <inheritdoc/>
    public override void Step(ReadOnlySpan<byte> running)
    {
        for (int group = 0; group < Groups; group++)
        {
            if (running[group] != 0)
                StepGroup(group, running[group]);
            else
                Terminated[group] = 0;
        }
    }

    private void StepGroup(int group, int running)
    {
        int terminated = 0;
        int first = group * Width;
        bool areTogether = running == byte.MaxValue;
        for (int lane = 0; lane < Width; lane++)
        {
            if ((running >> lane & 1) == 0)
                continue;
            ref SampleState state = ref _states[first + lane];
            Rewards[first + lane] = SampleWorld<TSet>.Judge(ref state, Components[first + lane]);
            if (state.Answered == TSet.Cases)
                terminated |= 1 << lane;
            else
                state.Target = _targets[state.Answered];
            areTogether &= state.Answered == _states[first].Answered;
        }

        Terminated[group] = (byte)terminated;
        if (areTogether)
            ShowGroup(group);
        else
            ShowEach(first, running);
    }

    private void ShowGroup(int group)
    {
        int row = _states[group * Width].Answered * Info.ObservationSize;
        int at = group * Info.ObservationSize * Width;
        for (int i = 0; i < Info.ObservationSize; i++)
            Vector256.Create(_inputs[row + i]).CopyTo(Observations, at + (i * Width));
    }

    private void ShowEach(int first, int running)
    {
        for (int lane = 0; lane < Width; lane++)
        {
            if ((running >> lane & 1) != 0)
                Show(first + lane);
        }
    }

    private void Show(int slot) =>
        Spread(slot, _inputs.AsSpan(_states[slot].Answered * Info.ObservationSize, Info.ObservationSize));
}
