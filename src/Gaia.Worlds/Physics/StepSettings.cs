namespace Gaia.Worlds.Physics;

/// <summary>How a world takes each of its steps.</summary>
internal readonly struct StepSettings
{
    /// <param name="timeStep">In seconds.</param>
    /// <param name="velocityIterations">Passes over the velocity constraints.</param>
    /// <param name="positionIterations">Passes over the position constraints at most.</param>
    public StepSettings(float timeStep, int velocityIterations, int positionIterations)
    {
        TimeStep = timeStep;
        VelocityIterations = velocityIterations;
        PositionIterations = positionIterations;
    }

    /// <summary>In seconds.</summary>
    public float TimeStep { get; }

    /// <summary>Passes over the velocity constraints.</summary>
    public int VelocityIterations { get; }

    /// <summary>Passes over the position constraints at most.</summary>
    public int PositionIterations { get; }

    /// <summary>Whether the scalar form takes no short cut over passes that repeat: the same bits, slower.</summary>
    public bool MakesEveryPass { get; init; }
}
