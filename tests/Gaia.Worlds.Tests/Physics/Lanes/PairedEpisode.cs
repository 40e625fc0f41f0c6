using System.Runtime.InteropServices;
using Gaia.Core.Random;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.Lanes;

namespace Gaia.Worlds.Tests.Physics.Lanes;

/// <summary>The episode of one slot, and the same in the scalar form.</summary>
internal sealed class PairedEpisode<TWorld, TState>(PhysicsLanes<TWorld, TState> lanes, int slot, Pilot pilot)
    where TWorld : struct, IPhysicsWorld<TState>
    where TState : unmanaged
{
    private readonly float[] _observation = new float[TWorld.Info.ObservationSize];
    private TState _state;
    private NumpyGenerator _random;
    private Transition _transition;
    private uint _seed;
    private int _step;

    /// <summary>Steps since the reset.</summary>
    public int Steps => _step;

    public bool IsOver => _transition.Terminated || TWorld.Info.IsTruncatedAt(_step);

    public void Reset(uint seed)
    {
        _seed = seed;
        _step = 0;
        _transition = default;
        _random = NumpyGenerator.FromSeed(seed + 1_000_000);
        TWorld.Reset(ref _state, seed, TWorld.Info.DefaultArguments, _observation);
        lanes.Reset(slot, seed);
        AssertSameObservation();
    }

    /// <summary>Steps the scalar form, and puts the same action into the lanes.</summary>
    public void Act()
    {
        WorldAction action = pilot(_seed, _observation, ref _random);
        if (TWorld.Info.ActionKind == ActionKind.Discrete)
        {
            lanes.Choices[slot] = action.Index;
        }
        else
        {
            for (int i = 0; i < TWorld.Info.ActionSize; i++)
                lanes.Components[At(TWorld.Info.ActionSize, i)] = action.Values[i];
        }

        _transition = TWorld.Step(ref _state, in action, _observation);
        _step++;
    }

    public void AssertSame()
    {
        bool terminated = (lanes.Terminated[slot / WorldLanes.Width] >> (slot % WorldLanes.Width) & 1) != 0;
        Assert.Equal(_transition, new Transition(lanes.Rewards[slot], terminated));
        AssertSameObservation();
        ReadOnlySpan<byte> expected = MemoryMarshal.AsBytes(new ReadOnlySpan<TState>(in _state));
        ReadOnlySpan<byte> actual = MemoryMarshal.AsBytes(new ReadOnlySpan<TState>(in lanes.StateOf(slot)));
        int same = expected.CommonPrefixLength(actual);
        Assert.True(
            same == expected.Length, $"seed {_seed}, step {_step}, slot {slot}: first difference at byte {same}");
    }

    private void AssertSameObservation()
    {
        for (int i = 0; i < _observation.Length; i++)
        {
            float actual = lanes.Observations[At(_observation.Length, i)];
            Assert.Equal(BitConverter.SingleToInt32Bits(_observation[i]), BitConverter.SingleToInt32Bits(actual));
        }
    }

    private int At(int size, int index) =>
        (((slot / WorldLanes.Width * size) + index) * WorldLanes.Width) + (slot % WorldLanes.Width);
}
