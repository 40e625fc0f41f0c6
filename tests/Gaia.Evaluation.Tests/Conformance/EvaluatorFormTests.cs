using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>The evaluator of every form gives the same bits for any number of threads, in every world.</summary>
public sealed class EvaluatorFormTests
{
    private const int Members = 5;
    private const int FewSeeds = 2;
    private const int ManySeeds = 11;

    /// <summary>Where an episode may take more steps, only a few are run.</summary>
    private const int ManyHorizonSteps = 600;

    private static readonly int[] Threads = [1, 2, 3, 8, 64];

    public static TheoryData<string> Worlds { get; } = [.. WorldCatalog.All.Select(info => info.Id)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Evaluate_AnyFormAndThreads_GivesTheSameBits(string world)
    {
        Assert.True(WorldCatalog.TryFind(world, out var info));
        var policies = BenchmarkPolicies.Of(world);
        EvaluationProblem problem = new(world, policies[0].Layout);
        float[] genomes = [.. policies.Take(Members).SelectMany(policy => policy.Genome)];
        var seeds = Samples.Seeds(info.HorizonSteps > ManyHorizonSteps ? FewSeeds : ManySeeds);
        var expected = Evaluate(problem, 1, EvaluationForm.Scalar, genomes, seeds);
        foreach (var form in Enum.GetValues<EvaluationForm>())
        {
            foreach (var threads in Threads)
                Assert.Equal(expected, Evaluate(problem, threads, form, genomes, seeds));
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Evaluate_InSteadyState_AllocatesNothing(string world)
    {
        const int MostRounds = 200;
        var policies = BenchmarkPolicies.Of(world);
        var genomes = policies[0].Genome;
        var seeds = Samples.Seeds(FewSeeds);
        var results = new EpisodeResult[FewSeeds];
        using var evaluator = Evaluators.Create(new EvaluationProblem(world, policies[0].Layout), 2);
        evaluator.Evaluate(genomes, seeds, results, CancellationToken.None);
        // The test runner may allocate in a round, so the best of several short ones counts; ours would show in each.
        var least = long.MaxValue;
        for (var round = 0; round < MostRounds && least != 0; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            evaluator.Evaluate(genomes, seeds, results, CancellationToken.None);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
    }

    private static EpisodeResult[] Evaluate(
        EvaluationProblem problem, int threads, EvaluationForm form, float[] genomes, uint[] seeds)
    {
        using var evaluator = Evaluators.Create(problem, threads, form);
        var results = new EpisodeResult[Members * seeds.Length];
        evaluator.Evaluate(genomes, seeds, results, CancellationToken.None);
        return results;
    }
}
