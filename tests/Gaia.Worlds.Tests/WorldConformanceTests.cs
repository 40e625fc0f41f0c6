using System.Runtime.InteropServices;

namespace Gaia.Worlds.Tests;

/// <summary>What holds for every world of the catalog.</summary>
public sealed class WorldConformanceTests
{
    public static TheoryData<string> Worlds() => [.. WorldCatalog.All.Select(info => info.Id)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Step_SameSeedAndActions_GivesSameBits(string world)
    {
        byte[] first = WorldCatalog.Visit(world, new Trace(42, 200));
        byte[] second = WorldCatalog.Visit(world, new Trace(42, 200));
        byte[] other = WorldCatalog.Visit(world, new Trace(43, 200));

        Assert.Equal(first, second);
        Assert.True(WorldCatalog.TryFind(world, out WorldInfo? info));
        Assert.Equal(info.IsSeeded, !first.AsSpan().SequenceEqual(other));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Step_FromCopiedState_ContinuesWithSameBits(string world) =>
        Assert.True(WorldCatalog.Visit(world, new Fork()));

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Step_ManySteps_AllocateNothing(string world) =>
        Assert.Equal(0, WorldCatalog.Visit(world, new AllocationCount()));

    private sealed class Trace(uint seed, int steps) : IWorldVisitor<byte[]>
    {
        public byte[] Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged
        {
            TState state = default;
            var observation = new float[TWorld.Info.ObservationSize];
            var bytes = new List<byte>();
            TWorld.Reset(ref state, seed, TWorld.Info.DefaultArguments, observation);
            for (int t = 0; t < steps; t++)
            {
                Transition transition = TWorld.Step(ref state, IrregularActions.At(TWorld.Info, 5, t), observation);
                bytes.AddRange(MemoryMarshal.AsBytes(observation.AsSpan()));
                bytes.AddRange(BitConverter.GetBytes(transition.Reward));
            }

            return [.. bytes];
        }
    }

    private sealed class Fork : IWorldVisitor<bool>
    {
        public bool Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged
        {
            TState state = default;
            var observation = new float[TWorld.Info.ObservationSize];
            TWorld.Reset(ref state, 7, TWorld.Info.DefaultArguments, observation);
            for (int t = 0; t < 5; t++)
                TWorld.Step(ref state, IrregularActions.At(TWorld.Info, 1, t), observation);
            TState copy = state;
            var copied = new float[observation.Length];
            bool same = true;
            for (int t = 5; t < 120; t++)
            {
                WorldAction action = IrregularActions.At(TWorld.Info, 1, t);
                same &= TWorld.Step(ref state, in action, observation) == TWorld.Step(ref copy, in action, copied);
                same &= observation.AsSpan().SequenceEqual(copied);
            }

            return same;
        }
    }

    private sealed class AllocationCount : IWorldVisitor<long>
    {
        public long Visit<TWorld, TState>()
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged
        {
            // The first time around, tables of constants are filled.
            var observation = new float[TWorld.Info.ObservationSize];
            Play<TWorld, TState>(observation);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Play<TWorld, TState>(observation);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        private static void Play<TWorld, TState>(float[] observation)
            where TWorld : struct, IWorld<TState>
            where TState : unmanaged
        {
            TState state = default;
            WorldInfo info = TWorld.Info;
            for (uint seed = 0; seed < 5; seed++)
            {
                TWorld.Reset(ref state, seed, info.DefaultArguments, observation);
                for (int t = 0; t < 150; t++)
                    TWorld.Step(ref state, IrregularActions.At(info, seed, t), observation);
            }
        }
    }
}
