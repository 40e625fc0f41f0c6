using System.Collections.Immutable;

namespace Gaia.Worlds.LunarLander;

/// <summary>How a lander is flown: what its action space is, and what an action does to the engines.</summary>
internal interface ILanderControls
{
    /// <summary>What the world's id has after the reference's own.</summary>
    static abstract string IdSuffix { get; }

    static abstract ActionKind ActionKind { get; }

    static abstract int ActionSize { get; }

    /// <summary>As <see cref="WorldInfo.ActionBounds"/>.</summary>
    static abstract ImmutableArray<ValueRange> ActionBounds { get; }

    static abstract EngineThrust Thrust(in WorldAction action);
}
