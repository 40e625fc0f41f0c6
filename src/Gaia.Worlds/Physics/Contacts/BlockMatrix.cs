using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>How two contact points resist each other: the symmetric matrix and its inverse.</summary>
/// <remarks>Total enumeration (Murty) as in b2ContactSolver.cpp: the first case whose signs fit answers.</remarks>
internal struct BlockMatrix
{
    private float _k11;
    private float _k12;
    private float _k22;
    private float _inverse11;
    private float _inverse12;
    private float _inverse21;
    private float _inverse22;

    /// <returns>Whether the matrix can be inverted safely; otherwise it is left as it was.</returns>
    public bool TrySet(float k11, float k12, float k22)
    {
        if (!(k11 * k11 < PhysicsSettings.MaxConditionNumber * ((k11 * k22) - (k12 * k12))))
            return false;
        _k11 = k11;
        _k12 = k12;
        _k22 = k22;
        float determinant = (k11 * k22) - (k12 * k12);
        if (determinant != 0.0f)
            determinant = 1.0f / determinant;
        _inverse11 = determinant * k22;
        _inverse12 = -determinant * k12;
        _inverse21 = -determinant * k12;
        _inverse22 = determinant * k11;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vec2 Times(Vec2 x) => new((_k11 * x.X) + (_k12 * x.Y), (_k12 * x.X) + (_k22 * x.Y));

    /// <summary>Finds impulses x >= 0 at which each point either rests (velocity 0) or parts (impulse 0).</summary>
    /// <param name="rest">Normal velocities that no impulse at all would leave.</param>
    /// <param name="mass1">Effective mass of the first point alone.</param>
    /// <param name="mass2">Of the second.</param>
    /// <param name="x">The impulses.</param>
    /// <returns>False where rounding leaves no case; the reference then changes nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TrySolve(Vec2 rest, float mass1, float mass2, out Vec2 x)
    {
        x.X = -((_inverse11 * rest.X) + (_inverse12 * rest.Y));
        x.Y = -((_inverse21 * rest.X) + (_inverse22 * rest.Y));
        if (x.X >= 0.0f && x.Y >= 0.0f)
            return true;

        x = new Vec2(-mass1 * rest.X, 0.0f);
        if (x.X >= 0.0f && (_k12 * x.X) + rest.Y >= 0.0f)
            return true;

        x = new Vec2(0.0f, -mass2 * rest.Y);
        if (x.Y >= 0.0f && (_k12 * x.Y) + rest.X >= 0.0f)
            return true;

        x = default;
        return rest.X >= 0.0f && rest.Y >= 0.0f;
    }
}
