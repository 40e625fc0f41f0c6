using System.Collections.Immutable;
using System.Globalization;
using Gaia.Worlds;

namespace Gaia.Cli.Catalogue;

/// <summary>Observations and actions as a person reads them.</summary>
internal static class SpaceText
{
    /// <summary>Short, for a table: <c>4 choices</c>, <c>2 in -1..1</c>.</summary>
    public static string Action(WorldInfo world)
    {
        if (world.ActionKind == ActionKind.Discrete) return $"{world.ActionSize} choices";
        ValueRange first = world.ActionBounds[0];
        return world.ActionBounds.All(range => range == first)
            ? $"{world.ActionSize} in {Bound(first.Low)}..{Bound(first.High)}"
            : $"{world.ActionSize} reals";
    }

    /// <summary>In full: <c>one of 4 choices</c>, or the number of components and their ranges.</summary>
    public static string FullAction(WorldInfo world) => world.ActionKind == ActionKind.Discrete
        ? $"discrete: one of {world.ActionSize} choices, 0 to {world.ActionSize - 1}"
        : "continuous: " + Box(world.ActionBounds);

    public static string FullObservation(WorldInfo world) => Box(world.ObservationBounds);

    /// <summary>Neighbours of one range are counted, not repeated.</summary>
    private static string Box(ImmutableArray<ValueRange> bounds)
    {
        List<string> parts = [];
        for (int first = 0; first < bounds.Length;)
        {
            int end = first + 1;
            while (end < bounds.Length && bounds[end] == bounds[first]) end++;
            string times = end - first == 1 ? "" : $" x {end - first}";
            parts.Add($"{Bound(bounds[first].Low)}..{Bound(bounds[first].High)}{times}");
            first = end;
        }

        return $"{bounds.Length} value{(bounds.Length == 1 ? "" : "s")}: {string.Join(", ", parts)}";
    }

    private static string Bound(float value) => value switch
    {
        float.PositiveInfinity => "inf",
        float.NegativeInfinity => "-inf",
        _ => value.ToString("0.#####", CultureInfo.InvariantCulture),
    };
}
