using System.Diagnostics.CodeAnalysis;

namespace Gaia.Worlds.Physics.Collision;

/// <summary>Contact points of a resting polygon and a moving one.</summary>
/// <remarks>
/// Order of operations as Box2D's b2CollidePolygon.cpp (pybox2d 2.3.10): a local search for the face of largest
/// separation, begun at the face that looks most towards the other centroid; the face of the second polygon wins only
/// by a margin; the other's edge is clipped by the sides of the winner, widened by the skins.
/// </remarks>
internal static class PolygonCollision
{
    private const float RelativeTolerance = 0.98f;
    private const float AbsoluteTolerance = 0.001f;
    private const float Radius = 2.0f * PhysicsSettings.SkinRadius;

    /// <summary>Fills the geometry of a manifold; impulses are left alone.</summary>
    /// <param name="manifold">Overwritten, except impulses.</param>
    /// <param name="resting">In world coordinates.</param>
    /// <param name="moving">In its body's frame.</param>
    /// <param name="placement">Of the moving body.</param>
    public static void Collide(
        ref Manifold manifold, in PolygonShape resting, in PolygonShape moving, in Transform placement)
    {
        manifold.PointCount = 0;
        Transform world = Transform.Identity;
        float restingSeparation = LargestSeparation(in resting, in world, in moving, in placement, out int restingFace);
        if (restingSeparation > Radius)
            return;
        float movingSeparation = LargestSeparation(in moving, in placement, in resting, in world, out int movingFace);
        if (movingSeparation > Radius)
            return;

        if (movingSeparation > (RelativeTolerance * restingSeparation) + AbsoluteTolerance)
        {
            manifold.Kind = ManifoldKind.FaceB;
            Clip(ref manifold, in moving, in placement, movingFace, in resting, in world);
        }
        else
        {
            manifold.Kind = ManifoldKind.FaceA;
            Clip(ref manifold, in resting, in world, restingFace, in moving, in placement);
        }
    }

    /// <returns>The separation along the best face of the first polygon that a local search finds.</returns>
    private static float LargestSeparation(
        in PolygonShape first, in Transform placement1, in PolygonShape second, in Transform placement2, out int face)
    {
        Vec2 between = (placement2 * second.Centroid) - (placement1 * first.Centroid);
        face = FaceTowards(in first, placement1.Rotation.Unrotate(between));
        float best = Separation(in first, in placement1, face, in second, in placement2);
        int before = first.Previous(face);
        int after = first.Next(face);
        float separationBefore = Separation(in first, in placement1, before, in second, in placement2);
        float separationAfter = Separation(in first, in placement1, after, in second, in placement2);
        bool goesBack = separationBefore > best && separationBefore > separationAfter;
        if (!goesBack && !(separationAfter > best))
            return best;

        best = goesBack ? separationBefore : separationAfter;
        face = goesBack ? before : after;
        for (int i = 0; i < first.Count; i++)
        {
            int next = goesBack ? first.Previous(face) : first.Next(face);
            float separation = Separation(in first, in placement1, next, in second, in placement2);
            if (!(separation > best))
                break;
            face = next;
            best = separation;
        }

        return best;
    }

    private static int FaceTowards(in PolygonShape polygon, Vec2 direction)
    {
        int face = 0;
        float most = -float.MaxValue;
        for (int i = 0; i < polygon.Count; i++)
        {
            float value = Vec2.Dot(polygon.Normals[i], direction);
            if (value > most)
            {
                most = value;
                face = i;
            }
        }

        return face;
    }

    /// <summary>How far the second polygon's deepest corner is in front of a face of the first.</summary>
    private static float Separation(
        in PolygonShape first, in Transform placement1, int face, in PolygonShape second, in Transform placement2)
    {
        Vec2 normal = placement1.Rotation * first.Normals[face];
        Vec2 local = placement2.Rotation.Unrotate(normal);
        int deepest = 0;
        float least = float.MaxValue;
        for (int i = 0; i < second.Count; i++)
        {
            float value = Vec2.Dot(second.Vertices[i], local);
            if (value < least)
            {
                least = value;
                deepest = i;
            }
        }

        return Vec2.Dot((placement2 * second.Vertices[deepest]) - (placement1 * first.Vertices[face]), normal);
    }

    /// <summary>Clips the edge of the incident polygon that looks at a face of the reference polygon.</summary>
    private static void Clip(
        ref Manifold manifold,
        in PolygonShape reference,
        in Transform referencePlacement,
        int face,
        in PolygonShape incident,
        in Transform incidentPlacement)
    {
        ClipSegment segment =
            IncidentEdge(in reference, in referencePlacement, face, in incident, in incidentPlacement);
        int next = reference.Next(face);
        Vec2 localStart = reference.Vertices[face];
        Vec2 localEnd = reference.Vertices[next];
        Vec2 localTangent = localEnd - localStart;
        localTangent.Normalize();
        Vec2 tangent = referencePlacement.Rotation * localTangent;
        Vec2 normal = Vec2.Cross(tangent, 1.0f);
        Vec2 start = referencePlacement * localStart;
        Vec2 end = referencePlacement * localEnd;
        float front = Vec2.Dot(normal, start);
        float side1 = -Vec2.Dot(tangent, start) + Radius;
        float side2 = Vec2.Dot(tangent, end) + Radius;
        if (!segment.ClipBehind(-tangent, side1, face) || !segment.ClipBehind(tangent, side2, next))
            return;

        manifold.LocalNormal = Vec2.Cross(localTangent, 1.0f);
        manifold.LocalPoint = 0.5f * (localStart + localEnd);
        AddPoint(ref manifold, in segment.First, normal, front, in incidentPlacement);
        AddPoint(ref manifold, in segment.Second, normal, front, in incidentPlacement);
    }

    private static ClipSegment IncidentEdge(
        in PolygonShape reference,
        in Transform referencePlacement,
        int face,
        in PolygonShape incident,
        in Transform incidentPlacement)
    {
        Vec2 normal = incidentPlacement.Rotation.Unrotate(referencePlacement.Rotation * reference.Normals[face]);
        int edge = 0;
        float least = float.MaxValue;
        for (int i = 0; i < incident.Count; i++)
        {
            float value = Vec2.Dot(normal, incident.Normals[i]);
            if (value < least)
            {
                least = value;
                edge = i;
            }
        }

        int next = incident.Next(edge);
        ClipSegment segment;
        segment.First.Position = incidentPlacement * incident.Vertices[edge];
        segment.First.Key = new FeatureKey(face, edge, FeatureKey.Face, FeatureKey.Vertex);
        segment.Second.Position = incidentPlacement * incident.Vertices[next];
        segment.Second.Key = new FeatureKey(face, next, FeatureKey.Face, FeatureKey.Vertex);
        return segment;
    }

    [SuppressMessage("Style", "IDE0059", Justification = "The reference into the manifold is what is written.")]
    private static void AddPoint(
        ref Manifold manifold, in ClipVertex vertex, Vec2 normal, float front, in Transform incidentPlacement)
    {
        if (Vec2.Dot(normal, vertex.Position) - front > Radius)
            return;
        ref ContactPoint point = ref manifold.NextPoint();
        point.Local = incidentPlacement.Inverse(vertex.Position);
        point.Key = manifold.Kind == ManifoldKind.FaceB ? vertex.Key.Swapped() : vertex.Key;
    }
}
