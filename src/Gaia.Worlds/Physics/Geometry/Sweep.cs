using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Geometry;

/// <summary>The motion of a body during one step, as the line between two placements of its centre of mass.</summary>
internal struct Sweep
{
    /// <summary>Centre of mass in the body's frame.</summary>
    public Vec2 LocalCentre;

    /// <summary>Centre at <see cref="StartFraction"/>.</summary>
    public Vec2 Centre0;

    /// <summary>Centre at the end of the step.</summary>
    public Vec2 Centre;

    public float Angle0;
    public float Angle;

    /// <summary>How much of the step the start has consumed, 0 to 1.</summary>
    public float StartFraction;

    /// <summary>The placement at a fraction of what is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Transform At(float beta)
    {
        Vec2 centre = ((1.0f - beta) * Centre0) + (beta * Centre);
        float angle = ((1.0f - beta) * Angle0) + (beta * Angle);
        return Transform.AroundCentre(centre, angle, LocalCentre);
    }

    /// <summary>Moves the start to a fraction of the whole step.</summary>
    public void Advance(float alpha)
    {
        float beta = (alpha - StartFraction) / (1.0f - StartFraction);
        Centre0 = ((1.0f - beta) * Centre0) + (beta * Centre);
        Angle0 = ((1.0f - beta) * Angle0) + (beta * Angle);
        StartFraction = alpha;
    }

    /// <summary>Takes whole turns off both angles.</summary>
    public void Normalize()
    {
        const float TwoPi = 2.0f * PhysicsSettings.Pi;
        float turns = TwoPi * MathF.Floor(Angle0 / TwoPi);
        Angle0 -= turns;
        Angle -= turns;
    }
}
