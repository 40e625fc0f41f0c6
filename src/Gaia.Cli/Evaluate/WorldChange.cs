using System.Collections.Immutable;
using Gaia.Core.Results;
using Gaia.Evaluation;
using Gaia.Policies;

namespace Gaia.Cli.Evaluate;

/// <summary>Puts a policy into another world than the one it was made for.</summary>
internal static class WorldChange
{
    private const string WorldPath = "$.env";

    /// <summary>The policy in a world of the user's choice.</summary>
    /// <param name="policy">As its file has it; its own world need not be known.</param>
    /// <param name="world">Id of a world or function.</param>
    /// <returns>The policy with that world and those of its arguments that the world has too, the others at their
    /// defaults; or why it cannot act there.</returns>
    public static Result<PolicyDocument> Apply(PolicyDocument policy, string world)
    {
        if (world == policy.World) return Result<PolicyDocument>.Ok(policy);
        ImmutableSortedDictionary<string, double> shared = ProblemWorld.TryFind(world, out ProblemWorld? found)
            ? policy.Arguments.RemoveRange(
                policy.Arguments.Keys.Except(found.Arguments.Select(argument => argument.Name)))
            : policy.Arguments;
        Result<EvaluationProblem> problem = EvaluationProblem.From(world, policy.Layout, shared);
        return problem.IsOk
            ? Result<PolicyDocument>.Ok(policy with { World = world, Arguments = problem.Value.ChosenArguments })
            : Result<PolicyDocument>.Invalid(problem.Errors.Select(
                error => error.Path == WorldPath ? error with { Path = "--world" } : error));
    }
}
