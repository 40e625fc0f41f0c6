using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>How two contact points resist each other: the symmetric matrix and its inverse.</summary>
/// <remarks>Total enumeration (Murty) as in b2ContactSolver.cpp: the first case whose signs fit answers.</remarks>
internal struct BlockMatrix
{
    public float K11;
    public float K12;
    public float K22;
    public float Inverse11;
    public float Inverse12;
    public float Inverse22;

    /// <returns>Whether the matrix can be inverted safely; otherwise it is left as it was.</returns>
    public bool TrySet(float k11, float k12, float k22)
    {
        if (!(k11 * k11 < PhysicsSettings.MaxConditionNumber * ((k11 * k22) - (k12 * k12))))
            return false;
        K11 = k11;
        K12 = k12;
        K22 = k22;
        float determinant = (k11 * k22) - (k12 * k12);
        if (determinant != 0.0f)
            determinant = 1.0f / determinant;
        Inverse11 = determinant * k22;
        Inverse12 = -determinant * k12;
        Inverse22 = determinant * k11;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vec2 Times(Vec2 x) => new((K11 * x.X) + (K12 * x.Y), (K12 * x.X) + (K22 * x.Y));

    /// <summary>Finds impulses x >= 0 at which each point either rests (velocity 0) or parts (impulse 0).</summary>
    /// <param name="rest">Normal velocities that no impulse at all would leave.</param>
    /// <param name="mass1">Effective mass of the first point alone.</param>
    /// <param name="mass2">Of the second.</param>
    /// <param name="x">The impulses.</param>
    /// <returns>False where rounding leaves no case; the reference then changes nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TrySolve(Vec2 rest, float mass1, float mass2, out Vec2 x)
    {
        x.X = -((Inverse11 * rest.X) + (Inverse12 * rest.Y));
        x.Y = -((Inverse12 * rest.X) + (Inverse22 * rest.Y));
        if (x.X >= 0.0f && x.Y >= 0.0f)
            return true;

        x = new Vec2(-mass1 * rest.X, 0.0f);
        if (x.X >= 0.0f && (K12 * x.X) + rest.Y >= 0.0f)
            return true;

        x = new Vec2(0.0f, -mass2 * rest.Y);
        if (x.Y >= 0.0f && (K12 * x.Y) + rest.X >= 0.0f)
            return true;

        x = default;
        return rest.X >= 0.0f && rest.Y >= 0.0f;
    }
}
