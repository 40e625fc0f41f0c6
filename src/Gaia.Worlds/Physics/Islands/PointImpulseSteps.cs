using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>What the anchors' impulses of every joint grew by, for every iteration of a cycle.</summary>
[InlineArray(PointImpulseCycle.MaxPeriod * Capacity.Joints)]
internal struct PointImpulseSteps
{
    private Vec2 _first;
}
