namespace Gaia.Worlds.Pendulum;

/// <summary>Sizes, limits and source of Pendulum-v1.</summary>
internal static class PendulumInfo
{
    /// <summary>In radians a second.</summary>
    public const double SpeedLimit = 8.0;

    /// <summary>In newton metres.</summary>
    public const double TorqueLimit = 2.0;

    public static WorldInfo Value { get; } = new()
    {
        Id = "Pendulum-v1",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 3,
        ObservationBounds =
        [
            ValueRange.Within(1f), ValueRange.Within(1f), ValueRange.Within((float)SpeedLimit),
        ],
        ActionKind = ActionKind.Continuous,
        ActionSize = 1,
        ActionBounds = [ValueRange.Within((float)TorqueLimit)],
        HorizonSteps = 200,
        // Gymnasium names no score. Swinging up and holding costs about 120 to 150 from an average start.
        SolvedScore = -150,
        Source = "Gymnasium 1.3.0 Pendulum-v1 under NumPy 2, bit-equal",
        Reference = "https://gymnasium.farama.org/environments/classic_control/pendulum/",
        Description = "Swing a pendulum up and hold it there with a torque too weak to lift it at once.",
        Arguments =
        [
            new("g", 10.0, 0.0, 100.0, "Acceleration of gravity, in metres a second squared."),
        ],
    };
}
