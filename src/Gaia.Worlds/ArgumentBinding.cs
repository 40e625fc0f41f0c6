using System.Collections.Immutable;
using Gaia.Core.Results;

namespace Gaia.Worlds;

/// <summary>Gives the arguments of a world or a function their values.</summary>
internal static class ArgumentBinding
{
    public static WorldArguments Defaults(ImmutableArray<WorldArgument> arguments)
    {
        WorldArguments values = default;
        for (int i = 0; i < arguments.Length; i++)
            values[i] = arguments[i].Default;
        return values;
    }

    public static Result<WorldArguments> Bind(
        string id, ImmutableArray<WorldArgument> arguments, IEnumerable<KeyValuePair<string, double>> named)
    {
        WorldArguments values = Defaults(arguments);
        List<ValidationError> errors = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (name, value) in named)
        {
            int index = IndexOf(arguments, name);
            string path = "$.arguments." + name;
            if (index < 0)
            {
                string siblings = WorldCatalog.NoteSiblings(id, name);
                errors.Add(new ValidationError(path, $"{id} has no such argument{siblings}.", Allowed(arguments)));
            }
            else if (!seen.Add(name))
            {
                errors.Add(new ValidationError(path, $"{id} has it given twice.", "one value"));
            }
            else if (!arguments[index].Allows(value))
            {
                errors.Add(new ValidationError(path, $"{value:R} is out of range for {id}.", arguments[index].Range));
            }
            else
            {
                values[index] = value;
            }
        }

        return errors.Count == 0 ? Result<WorldArguments>.Ok(values) : Result<WorldArguments>.Invalid(errors);
    }

    private static int IndexOf(ImmutableArray<WorldArgument> arguments, string name)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (string.Equals(arguments[i].Name, name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private static string Allowed(ImmutableArray<WorldArgument> arguments) => arguments.IsEmpty
        ? "none"
        : string.Join(", ", arguments.Select(argument => $"{argument.Name} ({argument.Range})"));
}
