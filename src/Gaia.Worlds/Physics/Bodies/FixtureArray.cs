using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Bodies;

/// <summary>The fixture of every moving body.</summary>
[InlineArray(Capacity.Bodies)]
internal struct FixtureArray
{
    private Fixture _first;
}
