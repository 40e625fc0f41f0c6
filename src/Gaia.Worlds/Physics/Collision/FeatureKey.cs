namespace Gaia.Worlds.Physics.Collision;

/// <summary>Names the two features whose meeting made a contact point.</summary>
internal struct FeatureKey
{
    public const byte Vertex = 0;
    public const byte Face = 1;

    public byte IndexA;
    public byte IndexB;
    public byte TypeA;
    public byte TypeB;

    public FeatureKey(int indexA, int indexB, byte typeA, byte typeB)
    {
        IndexA = (byte)indexA;
        IndexB = (byte)indexB;
        TypeA = typeA;
        TypeB = typeB;
    }

    /// <summary>The same meeting seen from the other shape.</summary>
    public readonly FeatureKey Swapped() => new(IndexB, IndexA, TypeB, TypeA);

    public readonly bool Same(FeatureKey other) =>
        IndexA == other.IndexA && IndexB == other.IndexB && TypeA == other.TypeA && TypeB == other.TypeB;
}
