using System.Collections.Immutable;
using Gaia.Core.Results;
using Gaia.Policies;

namespace Gaia.Evaluation;

/// <summary>Evaluates one policy on a list of seeds.</summary>
public static class PolicyEvaluation
{
    /// <summary>Runs the policy on every seed.</summary>
    /// <param name="policy">A policy, for example of a policy file.</param>
    /// <param name="seeds">Gymnasium seeds, at least one; a repeated seed repeats its episode.</param>
    /// <param name="threads">1 to <see cref="Evaluators.MaxThreads"/>; the result does not depend on it.</param>
    /// <param name="cancellationToken">Ends the evaluation early.</param>
    /// <returns>The summary, or why the policy cannot act in its world.</returns>
    /// <exception cref="ArgumentException">There are no seeds, or too many or too few threads.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Result<PolicySummary> Run(
        PolicyDocument policy, ReadOnlyMemory<uint> seeds, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (seeds.IsEmpty)
            throw new ArgumentException("There is nothing to run on no seeds.", nameof(seeds));
        var read = EvaluationProblem.From(policy.World, policy.Layout, policy.Arguments);
        if (!read.TryGet(out var problem))
            return Result<PolicySummary>.Invalid([.. read.Errors]);
        var results = new EpisodeResult[seeds.Length];
        using (var evaluator = Evaluators.Create(problem, Math.Min(threads, seeds.Length)))
            evaluator.Evaluate(policy.Genome, seeds, results, cancellationToken);
        return Result<PolicySummary>.Ok(Summarize(problem.WorldId, problem.SolvedScore, seeds.Span, results));
    }

    /// <summary>Statistics over episodes.</summary>
    /// <param name="world">Id of what the episodes are of.</param>
    /// <param name="solvedScore">Mean return that solves it.</param>
    /// <param name="seeds">At least one.</param>
    /// <param name="results">One for each seed.</param>
    public static PolicySummary Summarize(
        string world, double solvedScore, ReadOnlySpan<uint> seeds, ReadOnlySpan<EpisodeResult> results)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seeds.Length, results.Length);
        var mean = Returns.Mean(results);
        var (squares, min, max) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        var episodes = ImmutableArray.CreateBuilder<SeedResult>(seeds.Length);
        for (var i = 0; i < results.Length; i++)
        {
            var value = results[i].Return;
            squares += (value - mean) * (value - mean);
            min = Math.Min(min, value);
            max = Math.Max(max, value);
            episodes.Add(new SeedResult(seeds[i], results[i]));
        }

        var std = Math.Sqrt(squares / results.Length);
        return new PolicySummary(
            world, episodes.MoveToImmutable(), mean, std, min, max, mean >= solvedScore);
    }
}
