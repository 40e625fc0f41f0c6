using System.Collections.Immutable;
using Gaia.Evaluation.Tests.Worlds;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Tests;

public sealed class WorldBenchmarkTests
{
    [Theory]
    [InlineData(EvaluationForm.Scalar, BenchmarkWorkload.Random, 1)]
    [InlineData(EvaluationForm.Scalar, BenchmarkWorkload.Mlp, 3)]
    [InlineData(EvaluationForm.Simd, BenchmarkWorkload.Random, 3)]
    [InlineData(EvaluationForm.Simd, BenchmarkWorkload.Mlp, 1)]
    public void Run_UnderAClockThatTicksAtEveryLook_CountsExactly(
        EvaluationForm form, BenchmarkWorkload workload, int threads)
    {
        var clock = new TickingClock();
        var result = WorldBenchmark.For<TickWorld, int>(clock, form, workload)
            .Run(threads, TimeSpan.FromMilliseconds(10), CancellationToken.None);

        // 512 or 4,096 steps between two looks, which are a millisecond apart.
        var steps = threads * (form == EvaluationForm.Scalar ? 512_000.0 : 4_096_000.0);
        Assert.Equal("Tick-test", result.World);
        Assert.Equal(Evaluators.NameOf(form), result.Form);
        Assert.Equal(WorldBenchmark.NameOf(workload), result.Workload);
        Assert.Equal(threads, result.Threads);
        Assert.Equal(steps, result.StepsPerSecond, 1e-3);
        Assert.Equal(steps / TickWorld.Length, result.EpisodesPerSecond, 1e-3);
    }

    [Theory]
    [InlineData(EvaluationForm.Scalar)]
    [InlineData(EvaluationForm.Simd)]
    public void Run_DiscreteWorld_ChoosesEachActionAsOften(EvaluationForm form)
    {
        ChoiceWorld.Seen.AsSpan().Clear();
        WorldBenchmark.For<ChoiceWorld, int>(new TickingClock(), form)
            .Run(1, TimeSpan.FromMilliseconds(20), CancellationToken.None);
        var total = ChoiceWorld.Seen.Sum();
        Assert.Equal(0, ChoiceWorld.Seen[3]);
        Assert.All(ChoiceWorld.Seen[..3], count => Assert.InRange(count / (double)total, 0.31, 0.36));
    }

    [Theory]
    [InlineData(EvaluationForm.Scalar)]
    [InlineData(EvaluationForm.Simd)]
    public void Run_ManyPolicies_ActsByEachInTurn(EvaluationForm form)
    {
        // Policy g's biases are g / 4, whatever the observation is: episode k is worth 2 (k mod 3) / 4.
        ImmutableArray<PolicyDocument> policies =
        [
            .. Enumerable.Range(0, 3).Select(member =>
                new PolicyDocument("Sum-test", Samples.Pair, [0f, 0f, member / 4f, member / 4f])),
        ];
        SumWorld.Sums.Clear();
        var benchmark = WorldBenchmark.For<SumWorld, uint>(
            new TickingClock(), form, BenchmarkWorkload.Mlp, policies);
        benchmark.Run(1, TimeSpan.FromMilliseconds(2), CancellationToken.None);
        Assert.True(SumWorld.Sums.Count > 500);
        Assert.All(SumWorld.Sums, sum => Assert.Equal((sum.Key % 3) / 2.0, sum.Value));
    }

    [Theory]
    [InlineData("LunarLander-v3", EvaluationForm.Simd)]
    [InlineData("LunarLander-v3", EvaluationForm.Scalar)]
    [InlineData("LunarLander-v3-continuous", EvaluationForm.Simd)]
    public void Run_Heuristic_FliesWholeEpisodes(string world, EvaluationForm form)
    {
        Assert.True(WorldBenchmark.Has(world, BenchmarkWorkload.Heuristic));
        WorldBenchmark benchmark = new(world, new TickingClock())
        {
            Form = form,
            Workload = BenchmarkWorkload.Heuristic,
            WarmUp = TimeSpan.Zero,
        };
        var duration = TimeSpan.FromMilliseconds(form == EvaluationForm.Simd ? 3 : 24);
        var result = benchmark.Run(1, duration, CancellationToken.None);
        Assert.Equal("heuristic", result.Workload);
        // It lands in about 200 steps; without control an episode ends after about 70.
        Assert.InRange(result.StepsPerSecond / result.EpisodesPerSecond, 120, 600);
    }

    [Fact]
    public void Run_Cancelled_Throws() => Assert.ThrowsAny<OperationCanceledException>(
        () => WorldBenchmark.For<TickWorld, int>(TimeProvider.System, EvaluationForm.Simd)
            .Run(2, TimeSpan.FromDays(1), new CancellationToken(canceled: true)));

    [Fact]
    public void Rejects_UnknownWorldAndEmptyMeasurements()
    {
        Assert.Throws<ArgumentException>(() => new WorldBenchmark("NoSuchWorld-v0", TimeProvider.System));
        var benchmark = WorldBenchmark.For<TickWorld, int>(TimeProvider.System, EvaluationForm.Simd);
        Assert.Throws<ArgumentOutOfRangeException>(() => benchmark.Run(0, TimeSpan.FromSeconds(1), default));
        Assert.Throws<ArgumentOutOfRangeException>(() => benchmark.Run(1, TimeSpan.Zero, default));
    }

    [Fact]
    public void Rejects_HeuristicOfAWorldWithoutOne_NamesThoseThatHave()
    {
        Assert.False(WorldBenchmark.Has("CartPole-v1", BenchmarkWorkload.Heuristic));
        Assert.True(WorldBenchmark.Has("CartPole-v1", BenchmarkWorkload.Mlp));
        WorldBenchmark benchmark = new("CartPole-v1", TimeProvider.System) { Workload = BenchmarkWorkload.Heuristic };
        var error = Assert.Throws<ArgumentException>(() => benchmark.Run(1, TimeSpan.FromSeconds(1), default));
        Assert.Contains("BipedalWalker-v3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_PoliciesThatDoNotFit()
    {
        ImmutableArray<PolicyDocument>[] misfits =
        [
            [], BenchmarkPolicies.Of("LunarLander-v3"),
            [.. BenchmarkPolicies.Of("CartPole-v1"), .. BenchmarkPolicies.Of("LunarLander-v3")],
        ];
        Assert.All(misfits, policies =>
        {
            WorldBenchmark benchmark = new("CartPole-v1", TimeProvider.System)
            {
                Workload = BenchmarkWorkload.Mlp,
                Policies = policies,
            };
            Assert.Throws<ArgumentException>(() => benchmark.Run(1, TimeSpan.FromSeconds(1), default));
        });
    }

    [Fact]
    public void BenchmarkPolicies_OfEveryWorld_FitItAndDiffer()
    {
        foreach (var world in WorldCatalog.All)
        {
            var policies = BenchmarkPolicies.Of(world.Id);
            Assert.Equal(BenchmarkPolicies.Count, policies.Length);
            Assert.All(policies, policy =>
                Assert.Empty(new EvaluationProblem(world.Id, policy.Layout).Validate()));
            Assert.Equal(policies.Length, policies.Select(policy => policy.Genome[0]).Distinct().Count());
        }
    }

    /// <summary>Each thread sees a clock of its own that moves one millisecond at every look.</summary>
    private sealed class TickingClock : TimeProvider
    {
        [ThreadStatic]
        private static long _now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _now++;
    }

    /// <summary>Episodes of one step that tell which sum of components their seed got.</summary>
    private readonly struct SumWorld : IWorld<uint>
    {
        public static Dictionary<uint, double> Sums { get; } = [];

        public static WorldInfo Info { get; } = EndlessWorld.Info with { Id = "Sum-test" };

        public static void Reset(
            ref uint state, uint seed, in WorldArguments arguments, Span<float> observation) => state = seed;

        public static Transition Step(ref uint state, in WorldAction action, Span<float> observation)
        {
            Sums[state] = action.Values[0] + action.Values[1];
            return new Transition(0.0, Terminated: true);
        }
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
