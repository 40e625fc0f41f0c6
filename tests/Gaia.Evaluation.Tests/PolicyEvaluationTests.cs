using Gaia.Policies;

namespace Gaia.Evaluation.Tests;

public sealed class PolicyEvaluationTests
{
    private static readonly MlpLayout CartPole = new(4, [], 2, Activation.Linear, PolicyOutput.ArgMax);

    /// <summary>Pushes to the side that the pole leans and turns to: holds it for good from most starts.</summary>
    private static readonly float[] Balancer = [0f, 0f, 0f, 0f, 0.1f, 0.5f, 1f, 1f, 0f, 0f];

    [Fact]
    public void Run_OnSeeds_SummarizesEachEpisodeInOrder()
    {
        var policy = new PolicyDocument("CartPole-v1", CartPole, Balancer);
        uint[] seeds = [7, 3, 7, 11];
        var summary = PolicyEvaluation.Run(policy, seeds, 2, CancellationToken.None).Value;
        Assert.Equal("CartPole-v1", summary.World);
        Assert.Equal(seeds, summary.Episodes.Select(episode => episode.Seed));
        Assert.Equal(summary.Episodes[0], summary.Episodes[2]);
        Assert.All(summary.Episodes, episode => Assert.Equal(episode.Result.Steps, episode.Result.Return));
        Assert.Equal(summary.Episodes.Average(episode => episode.Result.Return), summary.Mean);
    }

    [Fact]
    public void Run_WithOtherThreads_GivesTheSameBits()
    {
        var policy = new PolicyDocument("CartPole-v1", CartPole, Balancer);
        var one = PolicyEvaluation.Run(policy, Samples.Seeds(50), 1, CancellationToken.None).Value;
        var eight = PolicyEvaluation.Run(policy, Samples.Seeds(50), 8, CancellationToken.None).Value;
        Assert.Equal(one.Episodes.AsEnumerable(), eight.Episodes.AsEnumerable());
        Assert.Equal((one.Mean, one.Std), (eight.Mean, eight.Std));
    }

    [Fact]
    public void Run_PolicyOfAnotherShape_ReturnsItsErrors()
    {
        var result = PolicyEvaluation.Run(
            new PolicyDocument("CartPole-v1", Samples.Drift, new float[Samples.Drift.ParameterCount]),
            Samples.Seeds(1),
            1,
            CancellationToken.None);
        Assert.False(result.IsOk);
        Assert.Equal(2, result.Errors.Count);
    }

    [Fact]
    public void Run_WithoutSeeds_Throws() => Assert.Throws<ArgumentException>(() => PolicyEvaluation.Run(
        new PolicyDocument("CartPole-v1", CartPole, Balancer), Memory<uint>.Empty, 1, CancellationToken.None));

    [Theory]
    [InlineData(5.0, true)]
    [InlineData(5.0000001, false)]
    public void Summarize_OfKnownReturns_GivesPopulationStatistics(double solvedScore, bool isSolved)
    {
        // The textbook sample of mean 5 and population deviation 2.
        double[] returns = [2, 4, 4, 4, 5, 5, 7, 9];
        var results = Array.ConvertAll(returns, value => new EpisodeResult(value, 1, EpisodeEnd.Terminated));
        var summary = PolicyEvaluation.Summarize("Drift-test", solvedScore, Samples.Seeds(8), results);
        Assert.Equal((5.0, 2.0, 2.0, 9.0), (summary.Mean, summary.Std, summary.Min, summary.Max));
        Assert.Equal(isSolved, summary.Solved);
    }
}
