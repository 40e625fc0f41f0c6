using Gaia.Evaluation.Tests.Worlds;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Tests;

/// <summary>What holds for the evaluator of every form.</summary>
public abstract class EpisodeEvaluatorTests
{
    private const int Population = 23;
    private static readonly uint[] Seeds = Samples.Seeds(17);
    private static readonly float[] Genomes = Samples.Population(Samples.Drift, Population);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Evaluate_AnyThreads_EqualsOneEpisodeAfterAnother(int threads)
    {
        var expected = new EpisodeResult[Population * Seeds.Length];
        for (var pair = 0; pair < expected.Length; pair++)
            expected[pair] = RunByHand(pair / Seeds.Length, Seeds[pair % Seeds.Length]);
        Assert.Contains(expected, result => result.End == EpisodeEnd.Truncated);
        Assert.Contains(expected, result => result.End == EpisodeEnd.Terminated);
        Assert.True(expected.Select(result => result.Return).Distinct().Count() > 100);

        using var evaluator = New<DriftWorld, DriftState>(Samples.Drift, threads);
        for (var repeat = 0; repeat < 3; repeat++)
        {
            var results = new EpisodeResult[expected.Length];
            evaluator.Evaluate(Genomes, Seeds, results, CancellationToken.None);
            Assert.Equal(expected, results);
        }

        Assert.Equal(threads, evaluator.Threads);
        Assert.Equal(3 * expected.Length, evaluator.FinishedEpisodes);
    }

    [Fact]
    public void Evaluate_SmallerAndLargerCallsInTurn_KeepNothingOfTheOthers()
    {
        using var evaluator = New<DriftWorld, DriftState>(Samples.Drift, 2);
        var all = new EpisodeResult[Population * Seeds.Length];
        evaluator.Evaluate(Genomes, Seeds, all, CancellationToken.None);
        var parameters = Samples.Drift.ParameterCount;
        for (var member = 0; member < Population; member++)
        {
            var alone = new EpisodeResult[1];
            evaluator.Evaluate(
                Genomes.AsMemory(member * parameters, parameters), Seeds.AsMemory(5, 1), alone, CancellationToken.None);
            Assert.Equal(all[(member * Seeds.Length) + 5], alone[0]);
        }

        evaluator.Evaluate(Genomes.AsMemory(0, 0), Seeds, Memory<EpisodeResult>.Empty, CancellationToken.None);
        evaluator.Evaluate(Genomes, Memory<uint>.Empty, Memory<EpisodeResult>.Empty, CancellationToken.None);
    }

    [Fact]
    public void Evaluate_ContinuousWorld_PassesEveryComponent()
    {
        using var evaluator = New<TickWorld, int>(Samples.Pair, 1);
        var results = new EpisodeResult[1];
        // Observations 3, 1, 2...7 give components clip(0.125 x) and clip(-x + 4.5), exact in binary.
        evaluator.Evaluate(new[] { 0.125f, -1f, 0f, 4.5f }, new[] { 3u }, results, CancellationToken.None);
        double[] observations = [3, 1, 2, 3, 4, 5, 6, 7];
        var expected = observations.Sum(x => (0.125 * x) + Math.Clamp(4.5 - x, -1, 1));
        Assert.Equal(new EpisodeResult(expected, TickWorld.Length, EpisodeEnd.Terminated), results[0]);
    }

    [Fact]
    public void Evaluate_ContinuousWorld_StretchesOutputsOverTheActionsRange()
    {
        using var evaluator = New<StretchWorld, int>(Samples.Pair, 1);
        var results = new EpisodeResult[4];
        // Outputs clip(x - 1) and clip(2 - x) at x = 0, 1, 2, 3, over -2..2 and 0..0.5.
        evaluator.Evaluate(new[] { 1f, -1f, -1f, 2f }, Samples.Seeds(4), results, CancellationToken.None);
        double[] expected =
        [
            StretchWorld.RewardOf(-2, 0.5), StretchWorld.RewardOf(0, 0.5), StretchWorld.RewardOf(2, 0.25),
            StretchWorld.RewardOf(2, 0),
        ];
        Assert.Equal(expected, results.Select(result => result.Return));
    }

    [Fact]
    public void Evaluate_InSteadyState_AllocatesNothing()
    {
        using var evaluator = New<DriftWorld, DriftState>(Samples.Drift, 2);
        var results = new EpisodeResult[Population * Seeds.Length];
        var least = long.MaxValue;
        // The test runner may allocate in a round, so the best of several counts; ours would show in each.
        for (var round = 0; round < 20 && least != 0; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var call = 0; call < 10; call++)
                evaluator.Evaluate(Genomes, Seeds, results, CancellationToken.None);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Evaluate_WorldThrows_SurfacesItAndStaysUsable(int threads)
    {
        using var evaluator = New<DriftWorld, DriftState>(Samples.Drift, threads);
        var results = new EpisodeResult[Population * Seeds.Length];
        uint[] broken = [.. Seeds];
        broken[9] = DriftWorld.BrokenSeed;
        var thrown = Assert.Throws<InvalidOperationException>(
            () => evaluator.Evaluate(Genomes, broken, results, CancellationToken.None));
        Assert.Equal("The world broke.", thrown.Message);

        evaluator.Evaluate(Genomes, Seeds, results, CancellationToken.None);
        Assert.Equal(RunByHand(Population - 1, Seeds[^1]), results[^1]);
    }

    [Fact]
    public async Task Evaluate_CancelledInsideALongEpisode_Ends()
    {
        EndlessWorld.Started = new TaskCompletionSource();
        using var source = new CancellationTokenSource();
        using var evaluator = New<EndlessWorld, int>(Samples.Pair, 2);
        var call = Task.Run(
            () => evaluator.Evaluate(new float[4], Samples.Seeds(5), new EpisodeResult[5], source.Token));
        await EndlessWorld.Started.Task;
        await source.CancelAsync();
        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public void Evaluate_CancelledBefore_RunsNothing()
    {
        using var evaluator = New<DriftWorld, DriftState>(Samples.Drift, 2);
        var results = new EpisodeResult[Population * Seeds.Length];
        Assert.Throws<OperationCanceledException>(
            () => evaluator.Evaluate(Genomes, Seeds, results, new CancellationToken(canceled: true)));
        Assert.All(results, result => Assert.Equal(default, result));
    }

    [Fact]
    public async Task Evaluate_WhileAnotherCallRuns_Throws()
    {
        EndlessWorld.Started = new TaskCompletionSource();
        using var source = new CancellationTokenSource();
        using var evaluator = New<EndlessWorld, int>(Samples.Pair, 1);
        var call = Task.Run(
            () => evaluator.Evaluate(new float[4], Samples.Seeds(1), new EpisodeResult[1], source.Token));
        await EndlessWorld.Started.Task;
        Assert.Throws<InvalidOperationException>(
            () => evaluator.Evaluate(new float[4], Samples.Seeds(1), new EpisodeResult[1], CancellationToken.None));
        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Dispose_DuringACall_EndsItAndJoinsTheThreads()
    {
        EndlessWorld.Started = new TaskCompletionSource();
        var evaluator = New<EndlessWorld, int>(Samples.Pair, 2);
        var call = Task.Run(
            () => evaluator.Evaluate(new float[4], Samples.Seeds(5), new EpisodeResult[5], CancellationToken.None));
        await EndlessWorld.Started.Task;
        evaluator.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        evaluator.Dispose();
        Assert.Throws<ObjectDisposedException>(
            () => evaluator.Evaluate(new float[4], Samples.Seeds(1), new EpisodeResult[1], CancellationToken.None));
    }

    [Fact]
    public async Task Dispose_AtAnyMomentOfACall_EndsBoth()
    {
        for (var round = 0; round < 200; round++)
        {
            var evaluator = New<DriftWorld, DriftState>(Samples.Drift, 2);
            var results = new EpisodeResult[Population * Seeds.Length];
            var call = Task.Run(() => Record.Exception(() => evaluator.Evaluate(Genomes, Seeds, results, default)));
            evaluator.Dispose();
            var thrown = await call.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.True(thrown is null or ObjectDisposedException, thrown?.ToString());
        }
    }

    [Fact]
    public void Rejects_WhatDoesNotFit()
    {
        using var evaluator = New<DriftWorld, DriftState>(Samples.Drift, 1);
        var results = new EpisodeResult[Seeds.Length];
        var genome = Genomes[..Samples.Drift.ParameterCount];
        Assert.Throws<ArgumentException>(() => evaluator.Evaluate(genome.AsMemory(1), Seeds, results, default));
        Assert.Throws<ArgumentException>(() => evaluator.Evaluate(genome, Seeds, results.AsMemory(1), default));
        Assert.Throws<ArgumentException>(() => evaluator.Evaluate(genome, Seeds.AsMemory(1), results, default));
        genome[3] = float.NaN;
        Assert.Throws<ArgumentException>(() => evaluator.Evaluate(genome, Seeds, results, default));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => New<DriftWorld, DriftState>(Samples.Drift, 0));
        Assert.Throws<ArgumentException>(
            () => Evaluators.Create(new EvaluationProblem("NoSuchWorld-v0", Samples.Drift), 1, Form));
        var problem = new EvaluationProblem("CartPole-v1", Samples.Drift);
        var error = Assert.Throws<ArgumentException>(() => Evaluators.Create(problem, 1, Form));
        Assert.Contains("$.layers[0].in", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_LayoutThatDoesNotFitTheWorld_BeforeAnyStep()
    {
        MlpLayout narrow = new(1, [6], 3, Activation.Tanh, PolicyOutput.ArgMax);
        MlpLayout bold = new(2, [6], 4, Activation.Tanh, PolicyOutput.ArgMax);
        var error = Assert.Throws<ArgumentException>(() => New<DriftWorld, DriftState>(narrow, 1));
        Assert.Contains("2 inputs and 3 outputs", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => New<DriftWorld, DriftState>(bold, 1));
    }

    [Fact]
    public void Create_ByForm_NamesIt()
    {
        var problem = new EvaluationProblem(
            "CartPole-v1", new MlpLayout(4, [], 2, Activation.Linear, PolicyOutput.ArgMax));
        using var evaluator = Evaluators.Create(problem, 3, Form);
        Assert.Equal(Evaluators.NameOf(Form), evaluator.Form);
        Assert.Equal(3, evaluator.Threads);
        Assert.Equal(0, evaluator.FinishedEpisodes);
    }

    [Fact]
    public async Task FinishedEpisodes_WhileACallRuns_CountsWhatHasEnded()
    {
        EndlessWorld.Started = new TaskCompletionSource();
        using var source = new CancellationTokenSource();
        using var evaluator = New<FiniteUnlessSeed, int>(Samples.Pair, 1);
        // The last seed's episode goes on for good; the others end by themselves.
        uint[] seeds = [.. Enumerable.Repeat(1u, 40), FiniteUnlessSeed.EndlessSeed];
        var call = Task.Run(() => evaluator.Evaluate(new float[4], seeds, new EpisodeResult[41], source.Token));
        await EndlessWorld.Started.Task;
        Assert.True(SpinWait.SpinUntil(() => evaluator.FinishedEpisodes == 40, TimeSpan.FromSeconds(30)));
        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(40, evaluator.FinishedEpisodes);
    }

    /// <summary>The form under test.</summary>
    protected abstract EvaluationForm Form { get; }

    /// <summary>An evaluator of the form for a world outside the catalog.</summary>
    protected abstract IEvaluator New<TWorld, TState>(MlpLayout layout, int threads)
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged;

    private static EpisodeResult RunByHand(int member, uint seed)
    {
        var parameters = Samples.Drift.ParameterCount;
        var genome = Genomes.AsSpan(member * parameters, parameters);
        var scratch = new float[Samples.Drift.ScratchLength];
        var (observation, outputs) = (new float[2], new float[3]);
        DriftState state = default;
        var total = 0.0;
        DriftWorld.Reset(ref state, seed, DriftWorld.Info.DefaultArguments, observation);
        for (var steps = 1; ; steps++)
        {
            MlpPolicy.Forward(Samples.Drift, genome, observation, scratch, outputs);
            var action = new WorldAction { Index = MlpPolicy.ArgMax(outputs) };
            var transition = DriftWorld.Step(ref state, action, observation);
            total += transition.Reward;
            if (transition.Terminated)
                return new EpisodeResult(total, steps, EpisodeEnd.Terminated);
            if (steps == DriftWorld.Info.HorizonSteps)
                return new EpisodeResult(total, steps, EpisodeEnd.Truncated);
        }
    }
}
