using Gaia.Worlds.Physics;

namespace Gaia.Worlds.BipedalWalker;

/// <summary>The scene of one walk.</summary>
/// <remarks>Nothing is drawn after the reset, so it holds no generator.</remarks>
public struct BipedalWalkerState
{
    internal PhysicsWorld World;

    /// <summary>The potential whose differences are the reward.</summary>
    internal double Shaping;
}
