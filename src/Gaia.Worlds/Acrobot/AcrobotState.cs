namespace Gaia.Worlds.Acrobot;

/// <summary>Two links, in float64 as in the reference.</summary>
internal struct AcrobotState<TReal>
    where TReal : unmanaged
{
    /// <summary>Of the upper link, in radians from hanging down.</summary>
    public TReal UpperAngle;

    /// <summary>Of the lower link, in radians from the direction of the upper one.</summary>
    public TReal LowerAngle;

    /// <summary>In radians a second.</summary>
    public TReal UpperVelocity;

    /// <summary>In radians a second.</summary>
    public TReal LowerVelocity;

    /// <summary>Of the upper link's angle, as the policy sees it.</summary>
    public TReal UpperCosine;

    /// <summary>Of the upper link's angle, as the policy sees it.</summary>
    public TReal UpperSine;

    /// <summary>Of the lower link's angle, as the policy sees it.</summary>
    public TReal LowerCosine;

    /// <summary>Of the lower link's angle, as the policy sees it.</summary>
    public TReal LowerSine;
}
