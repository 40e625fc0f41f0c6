namespace Gaia.Worlds.Physics.Joints;

/// <summary>A hinge between two bodies, with limits and a motor.</summary>
internal struct RevoluteJoint
{
    public byte BodyA;
    public byte BodyB;
    public bool HasLimit;
    public bool HasMotor;
    public LimitState Limit;
    public Vec2 LocalAnchorA;
    public Vec2 LocalAnchorB;

    /// <summary>Angle of B less angle of A at which the joint angle is zero.</summary>
    public float ReferenceAngle;
    public float LowerAngle;
    public float UpperAngle;

    /// <summary>In newton metres.</summary>
    public float MaxMotorTorque;

    /// <summary>In radians per second.</summary>
    public float MotorSpeed;

    /// <summary>Impulse that holds the anchors together; kept for the next warm start.</summary>
    public Vec2 PointImpulse;
    public float LimitImpulse;
    public float MotorImpulse;

    public readonly bool Joins(int body1, int body2) =>
        (BodyA == body1 && BodyB == body2) || (BodyA == body2 && BodyB == body1);

    public readonly bool Involves(int body) => BodyA == body || BodyB == body;

    public readonly int Other(int body) => BodyA == body ? BodyB : BodyA;
}
