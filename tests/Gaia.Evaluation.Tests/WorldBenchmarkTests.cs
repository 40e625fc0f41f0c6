using Gaia.Evaluation.Tests.Worlds;
using Gaia.Worlds;

namespace Gaia.Evaluation.Tests;

public sealed class WorldBenchmarkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_UnderAClockThatTicksAtEveryLook_CountsExactly(int threads)
    {
        var clock = new TickingClock();
        var result = WorldBenchmark.For<TickWorld, int>(clock)
            .Run(threads, TimeSpan.FromMilliseconds(10), CancellationToken.None);

        // 512 steps between two looks, which are a millisecond apart.
        Assert.Equal("Tick-test", result.World);
        Assert.Equal("scalar", result.Form);
        Assert.Equal(threads, result.Threads);
        Assert.Equal(threads * 512_000.0, result.StepsPerSecond, 1e-3);
        Assert.Equal(threads * 512_000.0 / TickWorld.Length, result.EpisodesPerSecond, 1e-3);
    }

    [Fact]
    public void Run_DiscreteWorld_ChoosesOnlyAllowedActions()
    {
        ChoiceWorld.Seen.AsSpan().Clear();
        WorldBenchmark.For<ChoiceWorld, int>(new TickingClock())
            .Run(1, TimeSpan.FromMilliseconds(20), CancellationToken.None);
        var total = ChoiceWorld.Seen.Sum();
        Assert.Equal(0, ChoiceWorld.Seen[3]);
        Assert.All(ChoiceWorld.Seen[..3], count => Assert.InRange(count / (double)total, 0.31, 0.36));
    }

    [Fact]
    public void Run_Cancelled_Throws() => Assert.ThrowsAny<OperationCanceledException>(
        () => WorldBenchmark.For<TickWorld, int>(TimeProvider.System)
            .Run(2, TimeSpan.FromDays(1), new CancellationToken(canceled: true)));

    [Fact]
    public void Rejects_UnknownWorldAndEmptyMeasurements()
    {
        Assert.Throws<ArgumentException>(() => new WorldBenchmark("NoSuchWorld-v0", TimeProvider.System));
        var benchmark = WorldBenchmark.For<TickWorld, int>(TimeProvider.System);
        Assert.Throws<ArgumentOutOfRangeException>(() => benchmark.Run(0, TimeSpan.FromSeconds(1), default));
        Assert.Throws<ArgumentOutOfRangeException>(() => benchmark.Run(1, TimeSpan.Zero, default));
    }

    /// <summary>Each thread sees a clock of its own that moves one millisecond at every look.</summary>
    private sealed class TickingClock : TimeProvider
    {
        [ThreadStatic]
        private static long _now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _now++;
    }

    /// <summary>Counts the choices it is given.</summary>
    private readonly struct ChoiceWorld : IWorld<int>
    {
        public static int[] Seen { get; } = new int[4];

        public static WorldInfo Info { get; } = DriftWorld.Info with { Id = "Choice-test" };

        public static void Reset(
        ref int state, uint seed, in WorldArguments arguments, Span<float> observation) => observation.Clear();

        public static Transition Step(ref int state, in WorldAction action, Span<float> observation)
        {
            Seen[Math.Clamp(action.Index, -1, 3) & 3]++;
            return new Transition(0, Terminated: false);
        }
    }
}
