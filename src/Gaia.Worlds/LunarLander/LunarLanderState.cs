using Gaia.Core.Random;
using Gaia.Worlds.Physics;

namespace Gaia.Worlds.LunarLander;

/// <summary>The scene of one landing and the generator that goes with it.</summary>
internal struct LunarLanderState
{
    public PhysicsWorld World;
    public NumpyGenerator Random;

    /// <summary>The potential whose differences are the reward.</summary>
    public double Shaping;

    /// <summary>Unused in still air.</summary>
    public LanderWind Wind;
}
