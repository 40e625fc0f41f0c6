using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gaia.Worlds.Physics;
using Gaia.Worlds.Physics.RayCasts;

namespace Gaia.Worlds.BipedalWalker;

/// <summary>Ten range finders at the hull, from straight down to nearly straight ahead.</summary>
internal static class Lidar
{
    public const int Rays = 10;

    private const double Range = 160 / WalkerGeometry.Scale;

    /// <summary>Sines of 1.5 * i / 10, as the C library has them.</summary>
    /// <remarks>A whole number of vectors: rays beyond the ten repeat the last and are not reported.</remarks>
    private static ReadOnlySpan<double> Sines =>
    [
        0.0, 0.14943813247359922, 0.29552020666133955, 0.43496553411123023, 0.5646424733950354,
        0.6816387600233341, 0.7833269096274834, 0.867423225594017, 0.9320390859672263, 0.9757233578266591,
        0.9757233578266591, 0.9757233578266591, 0.9757233578266591, 0.9757233578266591, 0.9757233578266591,
        0.9757233578266591,
    ];

    private static ReadOnlySpan<double> Cosines =>
    [
        1.0, 0.9887710779360422, 0.955336489125606, 0.9004471023526769, 0.8253356149096783,
        0.7316888688738209, 0.6216099682706644, 0.49757104789172696, 0.3623577544766736, 0.2190066870930415,
        0.2190066870930415, 0.2190066870930415, 0.2190066870930415, 0.2190066870930415, 0.2190066870930415,
        0.2190066870930415,
    ];

    /// <summary>Way to the right and way down of a ray, of length one.</summary>
    public static (double Right, double Down) Direction(int ray) => (Sines[ray], Cosines[ray]);

    /// <summary>Where a ray from a place ends.</summary>
    public static Vec2 End(Vec2 start, int ray) =>
        new((float)(start.X + (Sines[ray] * Range)), (float)(start.Y - (Cosines[ray] * Range)));

    /// <summary>Fractions of the range at which each ray meets the ground first; 1 where it does not.</summary>
    /// <param name="world">The scene.</param>
    /// <param name="fractions">[10]; overwritten.</param>
    public static void Measure(ref PhysicsWorld world, Span<float> fractions)
    {
        Vec2 start = world.Bodies[WalkerGeometry.Hull].Origin;
        Cast(ref world, start, 0).CopyTo(fractions);
        Vector256<float> rest = Cast(ref world, start, Vector256<float>.Count);
        for (int i = Vector256<float>.Count; i < Rays; i++)
            fractions[i] = rest[i - Vector256<float>.Count];
    }

    private static Vector256<float> Cast(ref PhysicsWorld world, Vec2 start, int first)
    {
        var x = Vector512.Create((double)start.X);
        var y = Vector512.Create((double)start.Y);
        x += Load(Sines, first) * Range;
        y -= Load(Cosines, first) * Range;
        var fan = new RayFan(start, Narrow(x), Narrow(y));
        return fan.Nearest(ref world.Terrain, WalkerGeometry.GroundCategory);
    }

    private static Vector512<double> Load(ReadOnlySpan<double> table, int first) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(table), (nuint)first);

    private static Vector256<float> Narrow(Vector512<double> wide) =>
        Vector256.Narrow(wide.GetLower(), wide.GetUpper());
}
