namespace Gaia.Worlds.Physics.Bodies;

/// <summary>The one polygon on a moving body, with its surface and its broad-phase box.</summary>
internal struct Fixture
{
    /// <summary>The fattened box that the broad phase compares.</summary>
    public Box FatBox;
    public Surface Surface;

    /// <summary>The box was renewed since pairs were last looked for.</summary>
    public bool Moved;
}
