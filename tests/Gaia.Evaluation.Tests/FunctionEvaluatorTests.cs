using System.Collections.Immutable;
using Gaia.Core.Random;
using Gaia.Policies;
using Gaia.Worlds.Functions;

namespace Gaia.Evaluation.Tests;

public sealed class FunctionEvaluatorTests
{
    private const int Dimension = 7;
    private const int Population = 40;

    private static readonly EvaluationProblem Problem = EvaluationProblem
        .From("bbob-f15", MlpLayout.Vector(Dimension), [new("dimension", Dimension), new("instance", 3)]).Value;

    private static readonly uint[] Seeds = Samples.Seeds(5);

    [Theory]
    [InlineData(1, EvaluationForm.Simd)]
    [InlineData(2, EvaluationForm.Scalar)]
    [InlineData(8, EvaluationForm.Simd)]
    public void Evaluate_AnyThreads_GivesMinusTheValueForEverySeed(int threads, EvaluationForm form)
    {
        var genomes = Points();
        var function = FunctionCatalog.Create("bbob-f15", Dimension, 3);
        using var evaluator = Evaluators.Create(Problem, threads, form);
        var results = new EpisodeResult[Population * Seeds.Length];

        for (var repeat = 0; repeat < 3; repeat++)
            evaluator.Evaluate(genomes, Seeds, results, CancellationToken.None);

        for (var i = 0; i < results.Length; i++)
        {
            var start = i / Seeds.Length * Dimension;
            double[] point = [.. genomes[start..(start + Dimension)].Select(value => (double)value)];
            Assert.Equal(new EpisodeResult(-function.Evaluate(point), 1, EpisodeEnd.Terminated), results[i]);
        }

        Assert.Equal(threads, evaluator.Threads);
        Assert.Equal(3 * results.Length, evaluator.FinishedEpisodes);
        Assert.IsType<FunctionEvaluator>(evaluator);
    }

    [Fact]
    public void Evaluate_ValueBeyondAllBounds_IsAWorstReturnThatIsFinite()
    {
        var problem = EvaluationProblem
            .From("different-powers", MlpLayout.Vector(2), [new("dimension", 2)]).Value;
        using var evaluator = Evaluators.Create(problem, threads: 1);
        var results = new EpisodeResult[2];

        evaluator.Evaluate(new[] { 1f, 3e38f, 1f, 2f }, new uint[] { 1 }, results, CancellationToken.None);

        Assert.Equal(-1e150, results[0].Return);
        Assert.Equal(-65.0, results[1].Return, 1e-12);
        Assert.True(double.IsFinite(
            PolicyEvaluation.Summarize("x", 0, new uint[] { 1, 2 }, results).Std));
    }

    [Fact]
    public void Evaluate_InSteadyState_AllocatesNothing()
    {
        var genomes = Points();
        using var evaluator = Evaluators.Create(Problem, threads: 2);
        var results = new EpisodeResult[Population * Seeds.Length];
        var least = long.MaxValue;
        // The test runner may allocate in a round, so the best of several counts; ours would show in each.
        for (var round = 0; round < 20 && least != 0; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var call = 0; call < 10; call++)
                evaluator.Evaluate(genomes, Seeds, results, CancellationToken.None);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void Evaluate_Cancelled_Throws()
    {
        using var evaluator = Evaluators.Create(Problem, threads: 2);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => evaluator.Evaluate(
            Points(), Seeds, new EpisodeResult[Population * Seeds.Length], cancelled.Token));
    }

    [Fact]
    public void From_WhatDoesNotHold_NamesEachPath()
    {
        Assert.Equal("$.env", Error("bbob-f25", MlpLayout.Vector(2)));
        Assert.Equal("$.env", Error("zdt1", MlpLayout.Vector(30)));
        Assert.Equal("$.arguments.dimension", Error("bbob-f1", MlpLayout.Vector(2), ("dimension", 1)));
        Assert.Equal("$.arguments.size", Error("bbob-f1", MlpLayout.Vector(2), ("size", 1)));
        Assert.Equal("$.layers[0].out", Error("bbob-f1", MlpLayout.Vector(2), ("dimension", 3)));
        Assert.Equal("$.output", Error("bbob-f1", Samples.Pair));

        var vector = EvaluationProblem.From("CartPole-v1", MlpLayout.Vector(2), []).Errors;
        Assert.Equal(["$.layers[0].in", "$.output"], vector.Select(error => error.Path));
    }

    [Fact]
    public void Construct_ArgumentsOutOfRange_Throws()
    {
        var problem = Problem;
        var arguments = problem.Arguments;
        arguments[1] = 0;

        Assert.Throws<ArgumentException>(() => Evaluators.Create(problem with { Arguments = arguments }, 1));
    }

    [Fact]
    public void ChosenArguments_LeaveDefaultsOut()
    {
        var named = EvaluationProblem.From("bbob-f1", MlpLayout.Vector(10), [new("instance", 4)]).Value;

        Assert.Equal([KeyValuePair.Create("instance", 4.0)], named.ChosenArguments);
        Assert.Empty(new EvaluationProblem("bbob-f1", MlpLayout.Vector(10)).ChosenArguments);
    }

    [Fact]
    public void Run_PolicyFileOfAVector_ScoresItsPoint()
    {
        var function = FunctionCatalog.Create("bbob-f1", 3, 2);
        var policy = new PolicyDocument(
            "bbob-f1", MlpLayout.Vector(3), [.. function.Optimum!.Point.Select(value => (float)value)])
        {
            Arguments = ImmutableSortedDictionary<string, double>.Empty.Add("dimension", 3).Add("instance", 2),
        };

        var summary = PolicyEvaluation.Run(policy, Seeds, threads: 2, CancellationToken.None).Value;

        Assert.Equal(-function.Optimum.Value, summary.Mean, 1e-9);
        Assert.True(summary.Solved);
        Assert.False(PolicyEvaluation.Run(
            policy with { Genome = [0f, 0f, 0f] }, Seeds, threads: 1, CancellationToken.None).Value.Solved);
    }

    private static string Error(string id, MlpLayout layout, params (string Name, double Value)[] arguments) =>
        Assert.Single(EvaluationProblem.From(
            id, layout, arguments.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Errors).Path;

    private static float[] Points()
    {
        var random = new PhiloxStream(3);
        var genomes = new float[Population * Dimension];
        for (var i = 0; i < genomes.Length; i++)
            genomes[i] = (float)((8 * random.NextDouble()) - 4);
        return genomes;
    }
}
