using System.Collections.Immutable;
using Gaia.Core.Results;
using Gaia.Policies;
using Gaia.Worlds;
using Gaia.Worlds.Functions;

namespace Gaia.Evaluation;

/// <summary>What is evaluated: policies of one layout in one world, or points of one function.</summary>
/// <remarks>
/// In a discrete world a policy chooses by its largest output. In a continuous one its outputs, -1 to 1, are stretched
/// over <see cref="WorldInfo.ActionBounds"/>: component i of the action is centre + halfRange * output in float32;
/// where the bounds are exactly -1 and 1, or infinite, the output itself. A function has no actions: the genome is the
/// point, and the return minus the value there.
/// </remarks>
/// <param name="WorldId">One of <see cref="ProblemWorld.Ids"/>.</param>
/// <param name="Layout">Its inputs and outputs fit the world's observation and action; for a function, a vector of its
/// dimension.</param>
public sealed record EvaluationProblem(string WorldId, MlpLayout Layout)
{
    /// <summary>The world's arguments, each within its range; at their defaults where the world is asked for by its
    /// id alone.</summary>
    public WorldArguments Arguments { get; init; } =
        ProblemWorld.TryFind(WorldId, out var known) ? known.DefaultArguments : default;

    /// <summary>The arguments that are not at their default, by name: what a policy file carries.</summary>
    public ImmutableSortedDictionary<string, double> ChosenArguments => Require().NameChosen(Arguments);

    /// <summary>Mean return at which the problem counts as solved, unless a task says otherwise.</summary>
    public double SolvedScore => Require().SolvedScore(Arguments);

    /// <summary>A problem from what a file says.</summary>
    /// <param name="worldId">Any text.</param>
    /// <param name="layout">Any layout.</param>
    /// <param name="arguments">By name; what is missing takes its default.</param>
    /// <returns>The problem, or every error with its path in a policy file.</returns>
    public static Result<EvaluationProblem> From(
        string worldId, MlpLayout layout, IEnumerable<KeyValuePair<string, double>> arguments)
    {
        var problem = new EvaluationProblem(worldId, layout);
        if (!ProblemWorld.TryFind(worldId, out var world))
            return Result<EvaluationProblem>.Invalid(problem.Validate());
        var bound = world.BindArguments(arguments);
        if (!bound.IsOk)
            return Result<EvaluationProblem>.Invalid([.. bound.Errors]);
        problem = problem with { Arguments = bound.Value };
        var errors = problem.Validate();
        return errors.IsEmpty
            ? Result<EvaluationProblem>.Ok(problem)
            : Result<EvaluationProblem>.Invalid(errors);
    }

    /// <summary>Every reason why the layout cannot act in the world; empty when it can. Paths are those of a policy
    /// file.</summary>
    public ImmutableArray<ValidationError> Validate()
    {
        if (!ProblemWorld.TryFind(WorldId, out var found))
            return [ProblemWorld.Refuse("$.env", WorldId)];
        var errors = ImmutableArray.CreateBuilder<ValidationError>();
        CheckArguments(found, errors);
        if (found.World is { } world)
            CheckNetwork(world, errors);
        else if (errors.Count == 0)
            CheckVector(found.Function!, errors);
        return errors.ToImmutable();
    }

    private void CheckArguments(ProblemWorld world, ImmutableArray<ValidationError>.Builder errors)
    {
        for (var i = 0; i < world.Arguments.Length; i++)
        {
            var argument = world.Arguments[i];
            if (!argument.Allows(Arguments[i]))
            {
                errors.Add(new ValidationError(
                    $"$.arguments.{argument.Name}", $"{Arguments[i]:R} is out of range.", argument.Range));
            }
        }
    }

    private void CheckNetwork(WorldInfo world, ImmutableArray<ValidationError>.Builder errors)
    {
        if (Layout.Inputs != world.ObservationSize)
        {
            errors.Add(new ValidationError(
                "$.layers[0].in",
                $"{Layout.Inputs} inputs do not fit.",
                $"{world.ObservationSize}, the observation of {world.Id}"));
        }

        if (Layout.Outputs != world.ActionSize)
        {
            errors.Add(new ValidationError(
                $"$.layers[{Layout.Hidden.Length}].out",
                $"{Layout.Outputs} outputs do not fit.",
                $"{world.ActionSize}, the action of {world.Id}"));
        }

        var isDiscrete = world.ActionKind == ActionKind.Discrete;
        if (Layout.IsVector || isDiscrete != (Layout.Output == PolicyOutput.ArgMax))
        {
            errors.Add(new ValidationError(
                "$.output",
                $"{PolicyNames.Of(Layout.Output)} does not fit {world.Id}.",
                isDiscrete ? "argmax" : "tanh, clip"));
        }
    }

    private void CheckVector(FunctionInfo function, ImmutableArray<ValidationError>.Builder errors)
    {
        if (!Layout.IsVector)
        {
            errors.Add(new ValidationError(
                "$.output", $"{PolicyNames.Of(Layout.Output)} does not fit the function {function.Id}.", "identity"));
        }
        else if (Layout.Outputs != Arguments[0])
        {
            errors.Add(new ValidationError(
                "$.layers[0].out",
                $"{Layout.Outputs} coordinates do not fit.",
                $"{Arguments[0]:R}, the dimension of {function.Id}"));
        }
    }

    private ProblemWorld Require() => ProblemWorld.TryFind(WorldId, out var found)
        ? found
        : throw new InvalidOperationException($"There is no world {WorldId}.");
}
