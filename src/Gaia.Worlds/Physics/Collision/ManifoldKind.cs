namespace Gaia.Worlds.Physics.Collision;

/// <summary>Whose face gives the normal of a manifold.</summary>
internal enum ManifoldKind : byte
{
    FaceA,
    FaceB,
}
