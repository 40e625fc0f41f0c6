using Gaia.Worlds.Physics.Collision;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>A piece of terrain and a moving body whose broad-phase boxes overlap; they need not touch.</summary>
/// <remarks>The piece is the reference's shape A, the body's polygon its shape B: no world has other pairs.</remarks>
internal struct Contact
{
    /// <summary>Index of the piece of terrain.</summary>
    public byte Piece;

    /// <summary>The resting body that the piece is of.</summary>
    public byte RestingBody;

    /// <summary>Index of the moving body.</summary>
    public byte Body;
    public bool IsTouching;

    /// <summary>Cleared when an impact turned out not to touch; set again by the next update.</summary>
    public bool IsEnabled;
    public bool InIsland;

    /// <summary><see cref="ImpactFraction"/> is still valid.</summary>
    public bool HasImpact;
    public int ImpactCount;

    /// <summary>Fraction of the step at which the fixtures meet.</summary>
    public float ImpactFraction;
    public float Friction;
    public float Restitution;
    public Manifold Manifold;
}
