using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Indices of bodies.</summary>
[InlineArray(Capacity.Bodies)]
internal struct BodyIndexArray
{
    private int _first;
}
