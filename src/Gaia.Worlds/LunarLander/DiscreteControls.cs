using System.Collections.Immutable;
using System.Diagnostics;

namespace Gaia.Worlds.LunarLander;

/// <summary>Engines are on or off: nothing, left engine, main engine, right engine.</summary>
internal readonly struct DiscreteControls : ILanderControls
{
    private const int Choices = 4;

    public static string IdSuffix => "";

    public static ActionKind ActionKind => ActionKind.Discrete;

    public static int ActionSize => Choices;

    public static ImmutableArray<ValueRange> ActionBounds => [];

    public static EngineThrust Thrust(in WorldAction action)
    {
        Debug.Assert((uint)action.Index < Choices, "No such choice.");
        return EngineThrust.FromChoice(action.Index);
    }
}
