namespace Gaia.Worlds.BipedalWalker;

/// <summary>Numbers of the reference environment, in its pixels and in metres.</summary>
/// <remarks>
/// Gymnasium 1.3.0, box2d/bipedal_walker.py. Quotients are written as there: they are float64 until a body takes them.
/// </remarks>
internal static class WalkerGeometry
{
    public const double FramesPerSecond = 50;

    /// <summary>Pixels in a metre.</summary>
    public const double Scale = 30.0;
    public const double Width = 600 / Scale;
    public const double Height = 400 / Scale;
    public const double LegDown = -8 / Scale;
    public const double LegWidth = 8 / Scale;
    public const double LegHeight = 34 / Scale;

    /// <summary>Points between which the terrain is drawn, evenly spaced.</summary>
    public const int TerrainPoints = 200;

    /// <summary>Distance of two points of the terrain.</summary>
    public const double TerrainStep = 14 / Scale;
    public const double TerrainHeight = Height / 4;

    /// <summary>Steps without obstacle at the left end.</summary>
    public const int StartPad = 20;

    /// <summary>Longest stretch of grass between obstacles, in steps; the finish is as far from the end.</summary>
    public const int Grass = 10;

    /// <summary>Index of a body in the scene, in the order of creation; of a leg, the upper part is first.</summary>
    public const int Hull = 0;
    public const int FirstLowerLeg = 2;
    public const int SecondLowerLeg = 4;

    /// <summary>Index of a joint in the scene.</summary>
    public const int FirstHip = 0;
    public const int FirstKnee = 1;
    public const int SecondHip = 2;
    public const int SecondKnee = 3;

    /// <summary>Category of everything that the bodies collide with and the lidar sees.</summary>
    public const ushort GroundCategory = 0x0001;
    public const ushort BodyCategory = 0x0020;
}
