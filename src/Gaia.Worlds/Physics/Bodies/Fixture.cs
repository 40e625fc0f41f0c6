using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Bodies;

/// <summary>The one polygon on a moving body, with its surface and its boxes.</summary>
internal struct Fixture
{
    /// <summary>The fattened box that the broad phase compares.</summary>
    public Box FatBox;

    /// <summary>The box of the polygon, with its skin, where the body's sweep ends.</summary>
    public Box EndBox;

    /// <summary>Of the boxes at both ends of the sweep.</summary>
    public Box SweptBox;

    /// <summary>Where the sweep begins.</summary>
    public Transform SweepStart;

    /// <summary>Furthest distance of a corner from the centre of mass, in metres.</summary>
    public float Radius;

    /// <summary>How far a corner may leave the straight line between its places at both ends of the sweep.</summary>
    public float Bulge;
    public Surface Surface;

    /// <summary>The box was renewed since pairs were last looked for.</summary>
    public bool Moved;

    /// <summary>Takes over where the polygon is during a sweep.</summary>
    /// <param name="polygon">The fixture's.</param>
    /// <param name="body">At the end of its sweep.</param>
    /// <param name="start">The placement at the start.</param>
    /// <param name="startBox">The polygon's box there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Follow(in PolygonShape polygon, in RigidBody body, in Transform start, in Box startBox)
    {
        Box end = polygon.BoundingBox(in body.Placement);
        float turn = body.Sweep.Angle - body.Sweep.Angle0;
        SweepStart = start;
        SweptBox = Box.Union(in startBox, in end);
        EndBox = end;

        // The error of linear interpolation on a circle: an eighth of radius times angle squared.
        Bulge = 0.1251f * Radius * turn * turn;
    }
}
