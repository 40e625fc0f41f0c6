using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gaia.Core.Random;

namespace Gaia.Worlds.Lanes;

/// <summary>The SIMD form of a world that is written as dynamics: eight episodes to a step.</summary>
internal sealed class DynamicsLanes<TDynamics, TState> : WorldLanes
    where TDynamics : struct, IDynamics<TState, Reals, Truths>
    where TState : unmanaged
{
    private readonly TState[] _states;
    private readonly WorldArguments _arguments;
    private readonly bool _isDiscrete;
    private readonly int _observationSize;

    /// <param name="arguments">The world's, each within its range.</param>
    /// <param name="groups">At least 1.</param>
    public DynamicsLanes(in WorldArguments arguments, int groups)
        : base(TDynamics.Info, groups)
    {
        _states = new TState[groups];
        _arguments = arguments;
        _isDiscrete = TDynamics.Info.ActionKind == ActionKind.Discrete;
        _observationSize = TDynamics.Info.ObservationSize;
    }

    /// <summary>The episodes in a group, for comparison.</summary>
    public ref readonly TState StatesOf(int group) => ref _states[group];

    public override void Reset(int slot, uint seed) => Start([slot], [seed]);

    public override void Reset(ReadOnlySpan<int> slots, ReadOnlySpan<uint> seeds)
    {
        for (int from = 0; from < slots.Length; from += Width)
        {
            int count = Math.Min(Width, slots.Length - from);
            Start(slots.Slice(from, count), seeds.Slice(from, count));
        }
    }

    public override void Step(ReadOnlySpan<byte> running)
    {
        for (int group = 0; group < Groups; group++)
        {
            if (running[group] == 0)
            {
                Terminated[group] = 0;
                continue;
            }

            Advance(group, running[group]);
            Show(group);
        }
    }

    /// <summary>One step of a group. A method of its own, as the compiler inlines only so much into one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Advance(int group, byte running)
    {
        Truths terminated = TDynamics.Step(ref _states[group], ActionsOf(group), out Reals rewards);
        Terminated[group] = (byte)(terminated.Bits & running);
        rewards.CopyTo(Rewards, group * Width);
    }

    /// <inheritdoc cref="Advance"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Show(int group)
    {
        Views<Reals> views = default;
        TDynamics.Observe(in _states[group], ref views);
        int at = group * _observationSize * Width;
        for (int i = 0; i < _observationSize; i++)
            Reals.ToSingles(views[i]).CopyTo(Observations, at + (i * Width));
    }

    /// <summary>Starts up to eight episodes at once and brings each to its slot.</summary>
    private void Start(ReadOnlySpan<int> slots, ReadOnlySpan<uint> seeds)
    {
        Draws<Reals> draws = default;
        if (TDynamics.DrawCount > 0)
            Draw(seeds, ref draws);
        TState started = default;
        TDynamics.Start(ref started, Reals.FromSeeds(seeds), in draws, in _arguments);
        Views<Reals> views = default;
        TDynamics.Observe(in started, ref views);
        ReadOnlySpan<double> columns = ColumnsOf(ref started);
        ReadOnlySpan<double> seen = MemoryMarshal.Cast<Reals, double>((Span<Reals>)views);
        for (int i = 0; i < slots.Length; i++)
        {
            (int group, int lane) = Math.DivRem(slots[i], Width);
            Span<double> target = ColumnsOf(ref _states[group]);
            for (int k = 0; k < target.Length; k += Width)
                target[k + lane] = columns[k + i];
            int at = (group * _observationSize * Width) + lane;
            for (int k = 0; k < _observationSize * Width; k += Width)
                Observations[at + k] = (float)seen[k + i];
        }
    }

    private static void Draw(ReadOnlySpan<uint> seeds, ref Draws<Reals> draws)
    {
        // All eight lanes are seeded, whether they are wanted or not: that costs about as much as two alone.
        Span<uint> all = stackalloc uint[Width];
        all.Clear();
        seeds.CopyTo(all);
        Span<NumpyGenerator> generators = stackalloc NumpyGenerator[Width];
        NumpyGenerator.FromSeeds(all, generators);
        Span<double> columns = MemoryMarshal.Cast<Reals, double>((Span<Reals>)draws);
        for (int i = 0; i < seeds.Length; i++)
        {
            for (int k = 0; k < TDynamics.DrawCount; k++)
                columns[(k * Width) + i] = generators[i].NextDouble();
        }
    }

    /// <summary>A state as its rows of eight doubles.</summary>
    private static Span<double> ColumnsOf(ref TState state) =>
        MemoryMarshal.Cast<TState, double>(new Span<TState>(ref state));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Reals ActionsOf(int group) => _isDiscrete
        ? Reals.FromIntegers(Vector256.Create<int>(Choices.AsSpan(group * Width, Width)))
        : Reals.FromSingles(Vector256.Create<float>(Components.AsSpan(group * Width, Width)));
}
