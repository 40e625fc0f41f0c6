namespace Gaia.Worlds.Physics;

/// <summary>How one step is taken.</summary>
internal struct StepSettings
{
    /// <summary>In seconds.</summary>
    public float TimeStep;

    /// <summary>This step's length over the last one's: scales remembered impulses.</summary>
    public float WarmStartRatio;
    public int VelocityIterations;
    public int PositionIterations;
}
