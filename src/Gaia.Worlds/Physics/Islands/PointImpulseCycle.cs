namespace Gaia.Worlds.Physics.Islands;

/// <summary>One cycle of additions to the impulses that hold anchors together, to be repeated.</summary>
internal struct PointImpulseCycle
{
    /// <summary>Longest cycle that is recorded; the measured ones are 1 to 8.</summary>
    public const int MaxPeriod = 8;

    private PointImpulseSteps _steps;

    /// <summary>Keeps what the iteration just done has added.</summary>
    public void Record(ref Island island, int phase)
    {
        for (int i = 0; i < island.JointCount; i++)
            _steps[(phase * Capacity.Joints) + i] = island.Joints[i].Impulses.LastPoint;
    }

    /// <summary>Adds whole cycles, in the order in which the iterations would have.</summary>
    public readonly void Replay(ref Island island, int period, int cycles)
    {
        for (int i = 0; i < island.JointCount; i++)
        {
            Vec2 impulse = island.Joints[i].Impulses.Point;
            if (period == 1)
                impulse = Repeat(impulse, _steps[i], cycles);
            else
                impulse = RepeatPhases(impulse, i, period, cycles);
            island.Joints[i].Impulses.Point = impulse;
        }
    }

    private static Vec2 Repeat(Vec2 impulse, Vec2 step, int count)
    {
        for (int n = 0; n < count; n++)
            impulse += step;
        return impulse;
    }

    private readonly Vec2 RepeatPhases(Vec2 impulse, int joint, int period, int cycles)
    {
        for (int n = 0; n < cycles; n++)
        {
            for (int phase = 0; phase < period; phase++)
                impulse += _steps[(phase * Capacity.Joints) + joint];
        }

        return impulse;
    }
}
