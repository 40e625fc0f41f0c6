namespace Gaia.Worlds.Lanes;

/// <summary>One truth: the scalar form of a mask.</summary>
internal readonly struct Truth(bool holds) : IMask<Truth>
{
    public bool Holds { get; } = holds;

    public static Truth operator &(Truth left, Truth right) => new(left.Holds & right.Holds);

    public static Truth operator |(Truth left, Truth right) => new(left.Holds | right.Holds);

    public static bool Any(Truth mask) => mask.Holds;
}
