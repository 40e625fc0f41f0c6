using Gaia.Core.Random;
using Gaia.Worlds.Physics;

namespace Gaia.Worlds.LunarLander;

/// <summary>The scene of one landing and the generator that goes with it.</summary>
public struct LunarLanderState
{
    internal PhysicsWorld World;
    internal NumpyGenerator Random;

    /// <summary>The potential whose differences are the reward.</summary>
    internal double Shaping;
}
