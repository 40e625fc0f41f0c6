using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Gaia.Worlds;

namespace Gaia.Cli.Catalogue;

/// <summary>Observations or actions of a world in JSON.</summary>
internal sealed record SpaceView
{
    /// <summary><c>box</c> (float32 values) or <c>discrete</c> (one of some choices).</summary>
    public required string Kind { get; init; }

    /// <summary>Values of a box; choices of a discrete space.</summary>
    public required int Size { get; init; }

    /// <summary>Least value of each component, null where it has none; absent for a discrete space.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<float?>? Low { get; init; }

    /// <summary>Greatest value of each component, null where it has none; absent for a discrete space.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<float?>? High { get; init; }

    public static SpaceView OfObservation(WorldInfo world) => Box(world.ObservationBounds);

    public static SpaceView OfAction(WorldInfo world) => world.ActionKind == ActionKind.Discrete
        ? new SpaceView { Kind = "discrete", Size = world.ActionSize }
        : Box(world.ActionBounds);

    private static SpaceView Box(ImmutableArray<ValueRange> bounds) => new()
    {
        Kind = "box",
        Size = bounds.Length,
        Low = [.. bounds.Select(range => Finite(range.Low))],
        High = [.. bounds.Select(range => Finite(range.High))],
    };

    private static float? Finite(float bound) => float.IsFinite(bound) ? bound : null;
}
