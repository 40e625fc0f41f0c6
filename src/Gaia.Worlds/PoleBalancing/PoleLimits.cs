namespace Gaia.Worlds.PoleBalancing;

/// <summary>Start, limits, time and scales that the pole balancing worlds share.</summary>
/// <remarks>
/// Gomez, Schmidhuber and Miikkulainen (JMLR 9, 2008) for limits, time step and force. The start angle and the scales
/// of what a policy sees are those of the simulator by Gomez that went into the programs of ESP and NEAT.
/// </remarks>
internal static class PoleLimits
{
    /// <summary>Half the track, in metres.</summary>
    public const double Position = 2.4;

    /// <summary>One pole falls at 12 degrees, in radians.</summary>
    public const double SinglePoleAngle = 12 * Math.PI / 180;

    /// <summary>Either of two poles falls at 36 degrees, in radians.</summary>
    public const double DoublePoleAngle = 36 * Math.PI / 180;

    /// <summary>Of the long pole, in radians: about 4 degrees. All else starts at rest at zero.</summary>
    public const double StartAngle = 0.07;

    /// <summary>What an action of 1 pushes with, in newtons.</summary>
    public const double Force = 10.0;

    /// <summary>Of the integration, in seconds.</summary>
    public const double TimeStep = 0.01;

    /// <summary>Integration steps to an action, which acts for 0.02 s.</summary>
    public const int TimeStepsPerAction = 2;

    /// <summary>Metres, and metres or radians a second, that a policy sees as 1.</summary>
    public const double PositionScale = 4.8;
    public const double VelocityScale = 2.0;

    /// <summary>Radians that a policy sees as 1.</summary>
    public const double AngleScale = 0.52;
}
