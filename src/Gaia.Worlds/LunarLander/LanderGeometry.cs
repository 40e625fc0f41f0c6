namespace Gaia.Worlds.LunarLander;

/// <summary>Numbers of the reference environment, in its pixels and in metres.</summary>
/// <remarks>
/// Gymnasium 1.3.0, box2d/lunar_lander.py. Quotients are written as there: they are float64 until a body takes them.
/// </remarks>
internal static class LanderGeometry
{
    public const double FramesPerSecond = 50;

    /// <summary>Pixels in a metre.</summary>
    public const double Scale = 30.0;
    public const double Width = 600 / Scale;
    public const double Height = 400 / Scale;
    public const double PadHeight = Height / 4;
    public const double LegAway = 20 / Scale;
    public const double LegDown = 18 / Scale;
    public const double LegHalfWidth = 2 / Scale;
    public const double LegHalfHeight = 8 / Scale;
    public const double LegSpringTorque = 40;

    /// <summary>Points between which the ground is drawn, evenly spaced.</summary>
    public const int GroundPoints = 11;

    /// <summary>Largest component of the force that throws the lander in, in newtons.</summary>
    public const double StartForce = 1000.0;

    /// <summary>Index of a body in the scene, in the order of creation.</summary>
    public const int Hull = 0;
    public const int LeftLeg = 1;
    public const int RightLeg = 2;
}
