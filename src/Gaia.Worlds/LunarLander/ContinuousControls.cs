using System.Collections.Immutable;

namespace Gaia.Worlds.LunarLander;

/// <summary>Engines have a throttle: the first component is the main engine's, the second the side engines'.</summary>
internal readonly struct ContinuousControls : ILanderControls
{
    public static string IdSuffix => "-continuous";

    public static ActionKind ActionKind => ActionKind.Continuous;

    public static int ActionSize => 2;

    public static ImmutableArray<ValueRange> ActionBounds { get; } = [ValueRange.Within(1f), ValueRange.Within(1f)];

    public static EngineThrust Thrust(in WorldAction action) =>
        EngineThrust.FromThrottles(action.Values[0], action.Values[1]);
}
