using Gaia.Worlds;

namespace Gaia.Cli.Catalogue;

/// <summary>A world in JSON.</summary>
internal sealed record WorldView
{
    public required string Id { get; init; }

    /// <summary><c>gymnasium</c> or <c>neuroevolution</c>.</summary>
    public required string Group { get; init; }

    public required SpaceView Observation { get; init; }

    public required SpaceView Action { get; init; }

    public required int HorizonSteps { get; init; }

    /// <summary>Mean return over 100 episodes at which the world counts as solved.</summary>
    public required double SolvedScore { get; init; }

    /// <summary>Whether episodes of different seeds differ.</summary>
    public required bool Seeded { get; init; }

    public required string Source { get; init; }

    public required string Reference { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<ArgumentView> Arguments { get; init; }

    public static WorldView Of(WorldInfo world) => new()
    {
        Id = world.Id,
        Group = NameOf(world.Group),
        Observation = SpaceView.OfObservation(world),
        Action = SpaceView.OfAction(world),
        HorizonSteps = world.HorizonSteps,
        SolvedScore = world.SolvedScore,
        Seeded = world.IsSeeded,
        Source = world.Source,
        Reference = world.Reference,
        Description = world.Description,
        Arguments = [.. world.Arguments.Select(ArgumentView.Of)],
    };

    private static string NameOf(WorldGroup group) => group switch
    {
        WorldGroup.Gymnasium => "gymnasium",
        WorldGroup.Neuroevolution => "neuroevolution",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "A group without a name."),
    };
}
