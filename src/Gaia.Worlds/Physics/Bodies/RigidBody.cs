using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Bodies;

/// <summary>A moving body: where it is, how it moves, what acts on it.</summary>
/// <remarks>
/// <see cref="Placement"/> is of the body's origin, <see cref="Velocity"/> of its centre of mass. None of the worlds
/// has
/// damping or scaled gravity, whose factors of exactly one are left out.
/// </remarks>
internal struct RigidBody
{
    public Transform Placement;
    public Sweep Sweep;

    /// <summary>The rotation that the step began with, which the sweep does until an impact cuts it.</summary>
    public Rotation StartRotation;
    public Vec2 Velocity;
    public float AngularVelocity;
    public Vec2 Force;
    public float Torque;
    public float Mass;
    public float InverseMass;

    /// <summary>About the centre of mass.</summary>
    public float Inertia;
    public float InverseInertia;

    /// <summary>Seconds the body has been slow.</summary>
    public float SleepTime;

    public bool IsAwake;

    /// <summary>In the island being built.</summary>
    public bool InIsland;

    /// <summary>
    /// An event, not a count: set when any contact of the body begins, cleared when any ends, though another may touch.
    /// </summary>
    public bool TouchFlag;

    /// <summary>A contact has begun at some time.</summary>
    public bool HasTouched;

    /// <summary>Place in the island being solved.</summary>
    public int IslandIndex;

    public readonly Vec2 Origin => Placement.Position;

    /// <summary>Does not reset the clock of a body that is awake.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Wake()
    {
        if (IsAwake)
            return;
        IsAwake = true;
        SleepTime = 0.0f;
    }

    public void FallAsleep()
    {
        IsAwake = false;
        SleepTime = 0.0f;
        Velocity = default;
        AngularVelocity = 0.0f;
        Force = default;
        Torque = 0.0f;
    }

    public void ApplyForceToCentre(Vec2 force)
    {
        Wake();
        Force += force;
    }

    public void ApplyTorque(float torque)
    {
        Wake();
        Torque += torque;
    }

    /// <summary>Changes the velocities at once.</summary>
    /// <param name="impulse">In newton seconds.</param>
    /// <param name="point">Where it acts, in world coordinates.</param>
    public void ApplyImpulse(Vec2 impulse, Vec2 point)
    {
        Wake();
        Velocity += InverseMass * impulse;
        AngularVelocity += InverseInertia * Vec2.Cross(point - Sweep.Centre, impulse);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PlaceAtSweepEnd() =>
        Placement = Transform.AroundCentre(Sweep.Centre, Sweep.Angle, Sweep.LocalCentre);

    /// <summary>Moves the body to a fraction of the step, where it waits for an impact to be solved.</summary>
    public void AdvanceTo(float alpha)
    {
        Sweep.Advance(alpha);
        Sweep.Centre = Sweep.Centre0;
        Sweep.Angle = Sweep.Angle0;
        PlaceAtSweepEnd();
    }
}
