namespace Gaia.Worlds.MountainCar;

/// <summary>Sizes, limits and sources of both mountain cars.</summary>
internal static class MountainCarInfo
{
    /// <summary>The wall, in the reference's units.</summary>
    public const double LeastPosition = -1.2;

    /// <summary>Right end of the track.</summary>
    public const double GreatestPosition = 0.6;

    /// <summary>In units a step, to either side.</summary>
    public const double SpeedLimit = 0.07;

    /// <summary>Least and greatest start, at rest.</summary>
    public const double LeastStart = -0.6;
    public const double GreatestStart = -0.4;

    public static WorldInfo Discrete { get; } = new()
    {
        Id = "MountainCar-v0",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 2,
        ObservationBounds =
        [
            new((float)LeastPosition, (float)GreatestPosition), ValueRange.Within((float)SpeedLimit),
        ],
        ActionKind = ActionKind.Discrete,
        ActionSize = 3,
        HorizonSteps = 200,
        SolvedScore = -110,
        Source = "Gymnasium 1.3.0 MountainCar-v0, bit-equal",
        Reference = "https://gymnasium.farama.org/environments/classic_control/mountain_car/",
        Description = "Rock a weak car out of a valley by pushing it left, right or not at all.",
        Arguments = [GoalVelocity],
    };

    public static WorldInfo Continuous { get; } = new()
    {
        Id = "MountainCarContinuous-v0",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 2,
        ObservationBounds =
        [
            new((float)LeastPosition, (float)GreatestPosition), ValueRange.Within((float)SpeedLimit),
        ],
        ActionKind = ActionKind.Continuous,
        ActionSize = 1,
        ActionBounds = [ValueRange.Within(1f)],
        HorizonSteps = 999,
        SolvedScore = 90,
        Source = "Gymnasium 1.3.0 MountainCarContinuous-v0 under NumPy 2, bit-equal",
        Reference = "https://gymnasium.farama.org/environments/classic_control/mountain_car_continuous/",
        Description = "Rock a weak car out of a valley by a force of any strength, which costs its square.",
        Arguments = [GoalVelocity],
    };

    private static WorldArgument GoalVelocity => new(
        "goal_velocity", 0.0, 0.0, SpeedLimit, "Least velocity at the goal that ends the episode, in units a step.");
}
