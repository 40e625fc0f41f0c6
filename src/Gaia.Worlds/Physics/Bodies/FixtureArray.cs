using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Bodies;

/// <summary>All fixtures of a world.</summary>
[InlineArray(Capacity.Fixtures)]
internal struct FixtureArray
{
    private Fixture _first;
}
