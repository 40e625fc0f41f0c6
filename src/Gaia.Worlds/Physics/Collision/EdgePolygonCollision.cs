namespace Gaia.Worlds.Physics.Collision;

/// <summary>Contact points of an edge and a polygon.</summary>
/// <remarks>
/// Order of operations as Box2D's b2CollideEdge.cpp (pybox2d 2.3.10) for edges without neighbours: separating axes of
/// the edge and of the polygon's faces, hysteresis between the two, clipping. The side of the edge that collides is
/// the one the polygon's centroid is on.
/// </remarks>
internal struct EdgePolygonCollision
{
    private const float RelativeTolerance = 0.98f;
    private const float AbsoluteTolerance = 0.001f;
    private const float Radius = 2.0f * PhysicsSettings.SkinRadius;

    private Transform _relative;
    private int _count;
    private VertexArray _vertices;
    private VertexArray _normals;
    private Vec2 _start;
    private Vec2 _end;
    private Vec2 _edgeNormal;
    private Vec2 _normal;
    private Vec2 _limit;
    private bool _front;

    /// <summary>Fills the geometry of a manifold; impulses are left alone.</summary>
    public static void Collide(
        ref Manifold manifold,
        in EdgeShape edge,
        in PolygonShape polygon,
        in Transform placement)
    {
        manifold.PointCount = 0;
        System.Runtime.CompilerServices.Unsafe.SkipInit(out EdgePolygonCollision collision);
        collision.Prepare(in edge, in polygon, in placement);
        float edgeSeparation = collision.EdgeSeparation();
        if (edgeSeparation > Radius)
            return;
        int face = collision.BestFace(out float faceSeparation);
        if (face >= 0 && faceSeparation > Radius)
            return;

        bool faceWins = face >= 0 && faceSeparation > (RelativeTolerance * edgeSeparation) + AbsoluteTolerance;
        if (faceWins)
            collision.ClipEdge(ref manifold, in polygon, face);
        else
            collision.ClipPolygon(ref manifold);
    }

    /// <summary>Brings the polygon into the edge's frame, which is the world's, and chooses the side that collides.
    /// </summary>
    private void Prepare(in EdgeShape edge, in PolygonShape polygon, in Transform placement)
    {
        _relative = placement;
        Vec2 centroid = _relative * polygon.Centroid;
        _start = edge.Start;
        _end = edge.End;
        _edgeNormal = edge.Normal;
        _front = Vec2.Dot(_edgeNormal, centroid - _start) >= 0.0f;
        _normal = _front ? _edgeNormal : -_edgeNormal;

        // With no neighbours every normal is admissible: both limits point straight back.
        _limit = _front ? -_edgeNormal : _edgeNormal;
        _count = polygon.Count;
        for (int i = 0; i < _count; i++)
        {
            _vertices[i] = _relative * polygon.Vertices[i];
            _normals[i] = _relative.Rotation * polygon.Normals[i];
        }
    }

    private readonly float EdgeSeparation()
    {
        float least = float.MaxValue;
        for (int i = 0; i < _count; i++)
        {
            float s = Vec2.Dot(_normal, _vertices[i] - _start);
            if (s < least)
                least = s;
        }

        return least;
    }

    /// <returns>The face of largest separation, the first that separates, or -1 where none is admissible.</returns>
    private readonly int BestFace(out float separation)
    {
        int best = -1;
        separation = -float.MaxValue;
        for (int i = 0; i < _count; i++)
        {
            Vec2 n = -_normals[i];
            float s1 = Vec2.Dot(n, _vertices[i] - _start);
            float s2 = Vec2.Dot(n, _vertices[i] - _end);
            float s = Scalar.Min(s1, s2);
            if (s > Radius)
            {
                separation = s;
                return i;
            }

            if (Vec2.Dot(n - _limit, _normal) < -PhysicsSettings.AngularSlop)
                continue;
            if (s > separation)
            {
                best = i;
                separation = s;
            }
        }

        return best;
    }

    /// <summary>The edge is the reference face: clips the polygon's side that looks at it.</summary>
    private readonly void ClipPolygon(ref Manifold manifold)
    {
        int i1 = 0;
        float least = Vec2.Dot(_normal, _normals[0]);
        for (int i = 1; i < _count; i++)
        {
            float value = Vec2.Dot(_normal, _normals[i]);
            if (value < least)
            {
                least = value;
                i1 = i;
            }
        }

        int i2 = i1 + 1 < _count ? i1 + 1 : 0;
        ClipSegment incident;
        incident.First.Position = _vertices[i1];
        incident.First.Key = new FeatureKey(0, i1, FeatureKey.Face, FeatureKey.Vertex);
        incident.Second.Position = _vertices[i2];
        incident.Second.Key = new FeatureKey(0, i2, FeatureKey.Face, FeatureKey.Vertex);

        ReferenceFace face;
        face.Index1 = _front ? 0 : 1;
        face.Index2 = _front ? 1 : 0;
        face.Start = _front ? _start : _end;
        face.End = _front ? _end : _start;
        face.Normal = _front ? _edgeNormal : -_edgeNormal;
        manifold.Kind = ManifoldKind.FaceA;
        if (!ClipToSides(ref incident, in face))
            return;

        manifold.LocalNormal = face.Normal;
        manifold.LocalPoint = face.Start;
        AddPolygonPoint(ref manifold, in incident.First, in face);
        AddPolygonPoint(ref manifold, in incident.Second, in face);
    }

    /// <summary>A side of the polygon is the reference face: clips the edge.</summary>
    private readonly void ClipEdge(ref Manifold manifold, in PolygonShape polygon, int side)
    {
        ClipSegment incident;
        incident.First.Position = _start;
        incident.First.Key = new FeatureKey(0, side, FeatureKey.Vertex, FeatureKey.Face);
        incident.Second.Position = _end;
        incident.Second.Key = new FeatureKey(0, side, FeatureKey.Vertex, FeatureKey.Face);

        ReferenceFace face;
        face.Index1 = side;
        face.Index2 = side + 1 < _count ? side + 1 : 0;
        face.Start = _vertices[face.Index1];
        face.End = _vertices[face.Index2];
        face.Normal = _normals[side];
        manifold.Kind = ManifoldKind.FaceB;
        if (!ClipToSides(ref incident, in face))
            return;

        manifold.LocalNormal = polygon.Normals[side];
        manifold.LocalPoint = polygon.Vertices[side];
        AddEdgePoint(ref manifold, in incident.First, in face);
        AddEdgePoint(ref manifold, in incident.Second, in face);
    }

    private static bool ClipToSides(ref ClipSegment incident, in ReferenceFace face)
    {
        var side1 = new Vec2(face.Normal.Y, -face.Normal.X);
        Vec2 side2 = -side1;
        float offset1 = Vec2.Dot(side1, face.Start);
        float offset2 = Vec2.Dot(side2, face.End);
        return incident.ClipBehind(side1, offset1, face.Index1) && incident.ClipBehind(side2, offset2, face.Index2);
    }

    private readonly void AddPolygonPoint(ref Manifold manifold, in ClipVertex vertex, in ReferenceFace face)
    {
        if (!IsNear(in vertex, in face))
            return;
        ref ContactPoint point = ref manifold.NextPoint();
        point.Local = _relative.Inverse(vertex.Position);
        point.Key = vertex.Key;
    }

    private static void AddEdgePoint(ref Manifold manifold, in ClipVertex vertex, in ReferenceFace face)
    {
        if (!IsNear(in vertex, in face))
            return;
        ref ContactPoint point = ref manifold.NextPoint();
        point.Local = vertex.Position;
        point.Key = vertex.Key.Swapped();
    }

    private static bool IsNear(in ClipVertex vertex, in ReferenceFace face) =>
        Vec2.Dot(face.Normal, vertex.Position - face.Start) <= Radius;
}
