using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Terrain;

/// <summary>How much of the step the sweep of each resting body has consumed.</summary>
[InlineArray(Capacity.TerrainPieces)]
internal struct StartFractionArray
{
    private float _first;
}
