using Gaia.Worlds;

namespace Gaia.Evaluation.Tests.Conformance;

/// <summary>The evaluator of every form gives the same bits for any number of threads, in every world.</summary>
public sealed class EvaluatorFormTests
{
    private const int Members = 5;
    private const int FewSeeds = 2;
    private const int EpisodesPerSlot = 3;
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
        const int MostRounds = 12;
        Assert.True(WorldCatalog.TryFind(world, out var info));
        var policies = BenchmarkPolicies.Of(world);
        float[] genomes = [.. policies.Take(EpisodesPerSlot).SelectMany(policy => policy.Genome)];
        // Every slot takes a new episode, with another member's policy, at least twice in each round.
        var seeds = Samples.Seeds(WorldCatalog.CreateLanes(world, info.DefaultArguments).Slots);
        var results = new EpisodeResult[EpisodesPerSlot * seeds.Length];
        using var evaluator = Evaluators.Create(new EvaluationProblem(world, policies[0].Layout), threads: 1);
        evaluator.Evaluate(genomes, seeds, results, CancellationToken.None);
        // The test runner allocates an object now and then, so the best of several rounds counts; ours show in each.
        var least = long.MaxValue;
        for (var round = 0; round < MostRounds && least >= results.Length; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            evaluator.Evaluate(genomes, seeds, results, CancellationToken.None);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.True(least < results.Length, $"{least} bytes in {results.Length} episodes: one byte each, or more.");
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
