namespace Gaia.Worlds.Acrobot;

/// <summary>Sizes, limits and source of Acrobot-v1.</summary>
internal static class AcrobotInfo
{
    /// <summary>Of the upper link, in radians a second.</summary>
    public const double UpperSpeedLimit = 4 * Math.PI;

    /// <summary>Of the lower link, in radians a second.</summary>
    public const double LowerSpeedLimit = 9 * Math.PI;

    public static WorldInfo Value { get; } = new()
    {
        Id = "Acrobot-v1",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 6,
        ObservationBounds =
        [
            ValueRange.Within(1f), ValueRange.Within(1f), ValueRange.Within(1f), ValueRange.Within(1f),
            ValueRange.Within((float)UpperSpeedLimit), ValueRange.Within((float)LowerSpeedLimit),
        ],
        ActionKind = ActionKind.Discrete,
        ActionSize = 3,
        HorizonSteps = 500,
        SolvedScore = -100,
        Source = "Gymnasium 1.3.0 Acrobot-v1, bit-equal",
        Reference = "https://gymnasium.farama.org/environments/classic_control/acrobot/",
        Description = "Swing the free end of two linked rods above a line by turning the joint between them.",
    };
}
