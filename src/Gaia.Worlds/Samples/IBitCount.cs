namespace Gaia.Worlds.Samples;

/// <summary>A number of bits as a type.</summary>
internal interface IBitCount
{
    static abstract int Bits { get; }
}
