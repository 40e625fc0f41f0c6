using System.Collections.Immutable;
using System.Globalization;
using Gaia.Core.Json;
using Gaia.Evaluation;
using Gaia.Worlds;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Reads the world of a manifest and its arguments.</summary>
internal static class WorldReader
{
    /// <summary>The world or function, or null where there is none of that id; its arguments at their defaults where
    /// they are faulty.</summary>
    internal static WorldChoice? Read(ObjectReader world)
    {
        var id = world.Text("id", ProblemWorld.AllowedIds, required: true);
        var arguments = world.Object("arguments");
        world.Finish();
        if (id is null)
            return null;
        if (ProblemWorld.TryFind(id, out var found))
            return new WorldChoice(found, ReadArguments(arguments, found));
        var refusal = ProblemWorld.Refuse(world.PathOf("id"), id);
        world.Fault(refusal.Path, refusal.Message, refusal.Allowed);
        return null;
    }

    private static WorldArguments ReadArguments(ObjectReader arguments, ProblemWorld world)
    {
        var values = world.DefaultArguments;
        foreach (var name in arguments.Names)
        {
            var path = arguments.PathOf(name);
            var index = IndexOf(world.Arguments, name);
            if (index < 0)
            {
                arguments.Fault(
                    path,
                    $"{world.Id} has no argument \"{JsonPath.Printable(name)}\"" +
                        $"{WorldCatalog.NoteSiblings(world.Id, name)}.",
                    Allowed(world.Arguments));
                continue;
            }

            var argument = world.Arguments[index];
            var isNumber = arguments.TryNumber(
                arguments.Member(name), path, Allowed(argument), double.MinValue, double.MaxValue, out var value);
            // Minus zero and zero are one value to a task's id, so they are one to the world.
            if (isNumber && argument.Allows(value))
                values[index] = value + 0.0;
            else if (isNumber)
                arguments.Fault(path, Text($"{value:R} is out of range for {world.Id}."), Allowed(argument));
        }

        return values;
    }

    private static int IndexOf(ImmutableArray<WorldArgument> arguments, string name)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Name == name)
                return i;
        }

        return -1;
    }

    private static string Allowed(ImmutableArray<WorldArgument> arguments) => arguments.IsEmpty
        ? "no arguments: this world has none"
        : string.Join("; ", arguments.Select(argument => $"{argument.Name}, {Allowed(argument)}"));

    private static string Allowed(WorldArgument argument) =>
        Text($"{argument.Range}, default {argument.Default:R}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
