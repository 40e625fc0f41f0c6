namespace Gaia.Worlds.Physics;

/// <summary>Tolerances and limits of the simulation, in metres, seconds, kilograms and radians.</summary>
/// <remarks>
/// Values of Box2D's b2Settings.h as bundled with pybox2d 2.3.10 (commit ed9d7b0). They decide bits: none is an
/// option.
/// </remarks>
internal static class PhysicsSettings
{
    public const float Epsilon = 1.19209290e-07f;
    public const float Pi = 3.14159265359f;

    /// <summary>Fattening of broad-phase boxes on every side.</summary>
    public const float BoxMargin = 0.1f;

    /// <summary>Broad-phase boxes reach this many displacements ahead.</summary>
    public const float BoxPrediction = 2.0f;

    public const float LinearSlop = 0.005f;
    public const float AngularSlop = 2.0f / 180.0f * Pi;

    /// <summary>Skin of polygons and edges.</summary>
    public const float SkinRadius = 2.0f * LinearSlop;

    /// <summary>Approach speed above which restitution acts.</summary>
    public const float RestitutionThreshold = 1.0f;

    public const float MaxLinearCorrection = 0.2f;
    public const float MaxAngularCorrection = 8.0f / 180.0f * Pi;
    public const float MaxTranslation = 2.0f;
    public const float MaxTranslationSquared = MaxTranslation * MaxTranslation;
    public const float MaxRotation = 0.5f * Pi;
    public const float MaxRotationSquared = MaxRotation * MaxRotation;

    /// <summary>Share of a position error removed by one iteration.</summary>
    public const float PositionShare = 0.2f;

    /// <summary>The same at a time of impact.</summary>
    public const float ImpactPositionShare = 0.75f;

    /// <summary>Separation down to which the positions of an island count as solved.</summary>
    public const float DeepestSolved = -3.0f * LinearSlop;

    public const float TimeToSleep = 0.5f;
    public const float LinearSleepTolerance = 0.01f;
    public const float AngularSleepTolerance = 2.0f / 180.0f * Pi;

    /// <summary>Times one contact may be brought to its impact within a step.</summary>
    public const int MaxImpactsPerContact = 8;

    /// <summary>Position iterations at a time of impact.</summary>
    public const int ImpactPositionIterations = 20;

    /// <summary>Two-point contacts whose effective mass matrix is worse conditioned than this use one point.</summary>
    public const float MaxConditionNumber = 1000.0f;
}
