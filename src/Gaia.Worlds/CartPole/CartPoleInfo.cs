namespace Gaia.Worlds.CartPole;

/// <summary>Sizes, limits and source of CartPole-v1.</summary>
internal static class CartPoleInfo
{
    /// <summary>In metres.</summary>
    public const double PositionLimit = 2.4;

    /// <summary>In radians: 12 degrees.</summary>
    public const double AngleLimit = 12 * 2 * Math.PI / 360;

    public static WorldInfo Value { get; } = new()
    {
        Id = "CartPole-v1",
        Group = WorldGroup.Gymnasium,
        ObservationSize = 4,
        ObservationBounds =
        [
            ValueRange.Within((float)(2 * PositionLimit)), ValueRange.Unbounded,
            ValueRange.Within((float)(2 * AngleLimit)), ValueRange.Unbounded,
        ],
        ActionKind = ActionKind.Discrete,
        ActionSize = 2,
        HorizonSteps = 500,
        SolvedScore = 475,
        Source = "Gymnasium 1.3.0 CartPole-v1, bit-equal",
        Reference = "https://gymnasium.farama.org/environments/classic_control/cart_pole/",
        Description = "Balance a pole on a cart by pushing the cart left or right.",
    };
}
