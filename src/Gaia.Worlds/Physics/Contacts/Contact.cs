using Gaia.Worlds.Physics.Collision;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>Two fixtures whose broad-phase boxes overlap; they need not touch.</summary>
internal struct Contact
{
    public byte FixtureA;
    public byte FixtureB;
    public byte BodyA;
    public byte BodyB;
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

    public readonly bool Joins(int fixture1, int fixture2) =>
        (FixtureA == fixture1 && FixtureB == fixture2) || (FixtureA == fixture2 && FixtureB == fixture1);

    public readonly bool Involves(int body) => BodyA == body || BodyB == body;

    public readonly int Other(int body) => BodyA == body ? BodyB : BodyA;
}
