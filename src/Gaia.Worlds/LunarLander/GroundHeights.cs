using System.Runtime.CompilerServices;

namespace Gaia.Worlds.LunarLander;

/// <summary>Heights drawn for the ground, before smoothing: one more than there are points.</summary>
[InlineArray(LanderGeometry.GroundPoints + 1)]
internal struct GroundHeights
{
    private double _first;
}
