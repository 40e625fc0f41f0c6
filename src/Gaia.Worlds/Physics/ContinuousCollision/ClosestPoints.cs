using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>Distance of two convex shapes.</summary>
/// <remarks>
/// Gilbert, Johnson and Keerthi (1988), with the loop and exits of Box2D's b2Distance.cpp (pybox2d 2.3.10): it ends
/// at a
/// repeated support point, at an enclosed origin, or after twenty supports.
/// </remarks>
internal static class ClosestPoints
{
    private const int MaxIterations = 20;

    /// <returns>The distance, 0 where they overlap, without regard to skins.</returns>
    [SkipLocalsInit]
    public static float Distance(
        ref SimplexCache cache,
        in ConvexPoints a,
        in Transform placementA,
        in ConvexPoints b,
        in Transform placementB)
    {
        Unsafe.SkipInit(out Simplex simplex);
        simplex.Restore(in cache, in a, in placementA, in b, in placementB);
        int iteration = 0;
        while (iteration < MaxIterations)
        {
            Simplex before = simplex;
            simplex.Reduce();
            if (simplex.Count == 3)
                break;

            Vec2 direction = simplex.SearchDirection();
            if (direction.LengthSquared() < PhysicsSettings.Epsilon * PhysicsSettings.Epsilon)
                break;

            int indexA = a.Support(placementA.Rotation.Unrotate(-direction));
            int indexB = b.Support(placementB.Rotation.Unrotate(direction));
            var next = SimplexVertex.At(in a, in placementA, indexA, in b, in placementB, indexB);
            simplex.PlaceNext(in next);
            iteration++;
            if (before.Has(before.Count, indexA, indexB))
                break;
            simplex.Count++;
        }

        simplex.WitnessPoints(out Vec2 pointA, out Vec2 pointB);
        simplex.Save(ref cache);
        return (pointA - pointB).Length();
    }
}
