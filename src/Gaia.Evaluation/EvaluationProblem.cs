using System.Collections.Immutable;
using Gaia.Core.Results;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation;

/// <summary>What is evaluated: policies of one layout in one world.</summary>
/// <remarks>
/// In a discrete world a policy chooses by its largest output. In a continuous one its outputs, -1 to 1, are stretched
/// over <see cref="WorldInfo.ActionBounds"/>: component i of the action is centre + halfRange * output in float32;
/// where the bounds are exactly -1 and 1, or infinite, the output itself.
/// </remarks>
/// <param name="WorldId">An id of the world catalog.</param>
/// <param name="Layout">Its inputs and outputs fit the world's observation and action.</param>
public sealed record EvaluationProblem(string WorldId, MlpLayout Layout)
{
    /// <summary>The world's arguments, each within its range; at their defaults where the world is asked for by its
    /// id alone.</summary>
    public WorldArguments Arguments { get; init; } =
        WorldCatalog.TryFind(WorldId, out var known) ? known.DefaultArguments : default;

    /// <summary>Every reason why the layout cannot act in the world; empty when it can. Paths are those of a policy
    /// file.</summary>
    public ImmutableArray<ValidationError> Validate()
    {
        if (!WorldCatalog.TryFind(WorldId, out var world))
        {
            var known = string.Join(", ", WorldCatalog.All.Select(info => info.Id));
            return [new ValidationError("$.env", $"There is no world {WorldId}.", known)];
        }

        var errors = ImmutableArray.CreateBuilder<ValidationError>();
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
        if (isDiscrete != (Layout.Output == PolicyOutput.ArgMax))
        {
            errors.Add(new ValidationError(
                "$.output",
                $"{PolicyNames.Of(Layout.Output)} does not fit {world.Id}.",
                isDiscrete ? "argmax" : "tanh, clip"));
        }

        for (var i = 0; i < world.Arguments.Length; i++)
        {
            var argument = world.Arguments[i];
            if (!argument.Allows(Arguments[i]))
            {
                errors.Add(new ValidationError(
                    $"$.arguments.{argument.Name}",
                    $"{Arguments[i]:R} is out of range.",
                    $"{argument.Minimum:R} to {argument.Maximum:R}"));
            }
        }

        return errors.ToImmutable();
    }
}
