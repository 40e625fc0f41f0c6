using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>The bodies of one island.</summary>
[InlineArray(Capacity.Bodies)]
internal struct SolverBodyArray
{
    private SolverBody _first;
}
