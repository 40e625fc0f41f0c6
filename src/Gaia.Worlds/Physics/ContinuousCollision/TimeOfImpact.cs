using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Terrain;

namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>When two moving shapes first come within touching distance.</summary>
/// <remarks>
/// Conservative advancement by local separating axes: Box2D's b2TimeOfImpact.cpp (pybox2d 2.3.10), with its limits of
/// 20
/// axes, 16 corners an axis and 50 root steps a corner.
/// </remarks>
internal struct TimeOfImpact
{
    private const int MaxAxes = 20;
    private const int MaxCorners = 16;
    private const int MaxRootSteps = 50;
    private const float Tolerance = 0.25f * PhysicsSettings.LinearSlop;
    private const float SkinTarget =
        PhysicsSettings.SkinRadius + PhysicsSettings.SkinRadius - (3.0f * PhysicsSettings.LinearSlop);

    private const float Target =
        SkinTarget < PhysicsSettings.LinearSlop ? PhysicsSettings.LinearSlop : SkinTarget;

    private ConvexPoints _a;
    private ConvexPoints _b;
    private Transform _placementA;
    private Sweep _sweepB;

    /// <summary>What following one axis led to.</summary>
    private enum AxisOutcome
    {
        /// <summary>The axis no longer tells: choose another at the later time.</summary>
        Advanced,
        Touching,

        /// <summary>Apart for the whole step, or not to be decided.</summary>
        NoImpact,
    }

    /// <param name="world">The scene.</param>
    /// <param name="pieceIndex">What rests.</param>
    /// <param name="bodyIndex">What moves.</param>
    /// <param name="fraction">Fraction of the body's sweep at which they touch.</param>
    /// <returns>Whether they come to touch within the sweep.</returns>
    [SkipLocalsInit]
    public static bool TryFind(ref PhysicsWorld world, int pieceIndex, int bodyIndex, out float fraction)
    {
        Unsafe.SkipInit(out TimeOfImpact search);
        ref TerrainPiece piece = ref world.Terrain.Pieces[pieceIndex];
        if (piece.Kind == ShapeKind.Edge)
            ConvexPoints.Read(in piece.Edge, out search._a);
        else
            ConvexPoints.Read(in world.Terrain.Polygons[piece.Polygon], out search._a);
        ConvexPoints.Read(in world.Polygons[bodyIndex], out search._b);
        search._placementA = Transform.Identity;
        search._sweepB = world.Bodies[bodyIndex].Sweep;
        search._sweepB.Normalize();
        return search.Search(out fraction);
    }

    private readonly bool Search(out float time)
    {
        time = 0.0f;
        Unsafe.SkipInit(out SimplexCache cache);
        cache.Count = 0;
        for (int axisCount = 0; axisCount < MaxAxes; axisCount++)
        {
            Transform placementB = _sweepB.At(time);
            float distance = ClosestPoints.Distance(ref cache, in _a, in _placementA, in _b, in placementB);
            if (distance <= 0.0f)
                return false;
            if (distance < Target + Tolerance)
                return true;
            var axis = SeparationAxis.Choose(in cache, in _a, in _placementA, in _b, in placementB);
            AxisOutcome outcome = Follow(in axis, ref time);
            if (outcome != AxisOutcome.Advanced)
                return outcome == AxisOutcome.Touching;
        }

        return false;
    }

    /// <summary>Moves <paramref name="time"/> forward to where the deepest corners along the axis touch.</summary>
    private readonly AxisOutcome Follow(in SeparationAxis axis, ref float time)
    {
        float later = 1.0f;
        for (int corner = 0; corner < MaxCorners; corner++)
        {
            Transform endB = _sweepB.At(later);
            float end = axis.Least(in _a, in _placementA, in _b, in endB, out int indexA, out int indexB);
            if (end > Target + Tolerance)
                return AxisOutcome.NoImpact;
            if (end > Target - Tolerance)
            {
                time = later;
                return AxisOutcome.Advanced;
            }

            float start = Evaluate(in axis, indexA, indexB, time);
            if (start < Target - Tolerance)
                return AxisOutcome.NoImpact;
            if (start <= Target + Tolerance)
                return AxisOutcome.Touching;
            later = FindRoot(in axis, indexA, indexB, time, start, later, end);
        }

        return AxisOutcome.Advanced;
    }

    /// <summary>Bisection and secant in turn, until the separation is the target.</summary>
    /// <returns>The root, or <paramref name="later"/> itself where fifty steps did not find one.</returns>
    private readonly float FindRoot(
        in SeparationAxis axis, int indexA, int indexB, float early, float start, float later, float end)
    {
        float low = early;
        float high = later;
        for (int i = 0; i < MaxRootSteps; i++)
        {
            float t = (i & 1) != 0
                ? low + ((Target - start) * (high - low) / (end - start))
                : 0.5f * (low + high);
            float s = Evaluate(in axis, indexA, indexB, t);
            if (Scalar.Abs(s - Target) < Tolerance)
                return t;
            if (s > Target)
            {
                low = t;
                start = s;
            }
            else
            {
                high = t;
                end = s;
            }
        }

        return later;
    }

    private readonly float Evaluate(in SeparationAxis axis, int indexA, int indexB, float time)
    {
        Transform placementB = _sweepB.At(time);
        return axis.Between(in _a, in _placementA, indexA, in _b, in placementB, indexB);
    }
}
