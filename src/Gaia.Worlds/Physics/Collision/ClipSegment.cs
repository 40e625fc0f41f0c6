namespace Gaia.Worlds.Physics.Collision;

/// <summary>The incident edge of a collision, clipped by the sides of the reference face.</summary>
/// <remarks>Sutherland and Hodgman, "Reentrant polygon clipping" (1974), for one segment and one line.</remarks>
internal struct ClipSegment
{
    public ClipVertex First;
    public ClipVertex Second;

    /// <summary>Keeps what lies behind a line.</summary>
    /// <returns>Whether both ends remain, possibly moved.</returns>
    public bool ClipBehind(Vec2 normal, float offset, int referenceVertex)
    {
        float distance0 = Vec2.Dot(normal, First.Position) - offset;
        float distance1 = Vec2.Dot(normal, Second.Position) - offset;
        bool keeps0 = distance0 <= 0.0f;
        bool keeps1 = distance1 <= 0.0f;
        if (keeps0 && keeps1)
            return true;
        if ((!keeps0 && !keeps1) || !(distance0 * distance1 < 0.0f))
            return false;

        float share = distance0 / (distance0 - distance1);
        ClipVertex cut;
        cut.Position = First.Position + (share * (Second.Position - First.Position));
        cut.Key = new FeatureKey(referenceVertex, First.Key.IndexB, FeatureKey.Vertex, FeatureKey.Face);
        if (keeps1)
            First = Second;
        Second = cut;
        return true;
    }
}
