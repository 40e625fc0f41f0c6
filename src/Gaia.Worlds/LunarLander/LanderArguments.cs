using System.Collections.Immutable;

namespace Gaia.Worlds.LunarLander;

/// <summary>What a task may choose for a lander, named and limited as in Gymnasium.</summary>
internal static class LanderArguments
{
    /// <summary>Places of the values in <see cref="WorldArguments"/>.</summary>
    public const int Gravity = 0;
    public const int WindPower = 1;
    public const int TurbulencePower = 2;

    /// <summary>Gymnasium takes what lies between -12 and 0; these are the doubles next to its two limits.</summary>
    private const double LeastGravity = -11.999999999999998;
    private const double GreatestGravity = -double.Epsilon;

    public static ImmutableArray<WorldArgument> InStillAir { get; } =
    [
        new("gravity", -10.0, LeastGravity, GreatestGravity, "Vertical acceleration, in metres per square second.")
        {
            ExcludesLimits = true,
        },
    ];

    public static ImmutableArray<WorldArgument> InWind { get; } =
    [
        .. InStillAir,
        new("wind_power", 15.0, 0.0, 20.0, "Largest force of the wind on the hull, in newtons."),
        new("turbulence_power", 1.5, 0.0, 2.0, "Largest torque of the wind on the hull, in newton metres."),
    ];
}
