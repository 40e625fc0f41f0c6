using Gaia.Worlds.Physics.Islands;
using Gaia.Worlds.Physics.Lanes.Positions;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Solves the islands of many scenes at once: <see cref="IslandSolver.Solve"/> in lanes, bit for bit.
/// </summary>
/// <remarks>What lanes cannot take is given to the scalar form.</remarks>
internal sealed class LaneSolver
{
    private readonly Island[] _islands;
    private readonly IslandShape[] _shapes;
    private readonly StepSettings _step;
    private readonly LaneVelocitySolver _velocities;
    private readonly LanePositionSolver _positions;
    private readonly int[] _slots;
    private int _count;

    /// <param name="islands">One for every slot; the caller fills those that it adds.</param>
    /// <param name="step">How steps are taken.</param>
    public LaneSolver(Island[] islands, in StepSettings step)
    {
        _islands = islands;
        _step = step;
        _shapes = new IslandShape[islands.Length];
        _slots = new int[islands.Length];
        _velocities = new LaneVelocitySolver(islands, _shapes, step.VelocityIterations);
        _positions = new LanePositionSolver(islands, _shapes, step.PositionIterations);
    }

    /// <summary>Takes a slot's island, which Run will solve.</summary>
    public void Add(int slot)
    {
        ref Island island = ref _islands[slot];
        if (island.BodyCount == 0)
            return;
        if (!_shapes[slot].TryRead(ref island))
        {
            IslandSolver.Solve(ref island, in _step);
            return;
        }

        _velocities.Add(slot);
        _slots[_count++] = slot;
    }

    /// <summary>Solves all islands taken.</summary>
    public void Run()
    {
        _velocities.Run();
        for (int i = 0; i < _count; i++)
        {
            IslandSolver.Integrate(ref _islands[_slots[i]], _step.TimeStep);
            _positions.Add(_slots[i]);
        }

        _positions.Run();
        _count = 0;
    }
}
