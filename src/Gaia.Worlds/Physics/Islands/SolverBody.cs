using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Velocity and position of a body's centre of mass while its island is solved.</summary>
internal struct SolverBody
{
    public Vec2 Velocity;
    public float AngularVelocity;
    public Vec2 Centre;
    public float Angle;

    /// <summary>Moves by one step, after cutting velocities that would go too far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Integrate(float timeStep)
    {
        Vec2 translation = timeStep * Velocity;
        if (Vec2.Dot(translation, translation) > PhysicsSettings.MaxTranslationSquared)
        {
            float ratio = PhysicsSettings.MaxTranslation / translation.Length();
            Velocity = ratio * Velocity;
        }

        float rotation = timeStep * AngularVelocity;
        if (rotation * rotation > PhysicsSettings.MaxRotationSquared)
        {
            float ratio = PhysicsSettings.MaxRotation / Scalar.Abs(rotation);
            AngularVelocity *= ratio;
        }

        Centre += timeStep * Velocity;
        Angle += timeStep * AngularVelocity;
    }
}
