using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;

namespace Gaia.Worlds.Lanes;

/// <summary>One double in each of eight lanes.</summary>
/// <remarks>
/// Two vectors of four: that needs no more than AVX2, and where there are vectors of eight it is about as fast as one
/// of them, since two dependent chains run side by side. What is longer than a few instructions stays out of line:
/// inlined, it would use up the compiler's budget, and the operators would become calls.
/// </remarks>
internal readonly struct Reals(Vector256<double> low, Vector256<double> high) : IReal<Reals, Truths>
{
    private const int HalfWidth = WorldLanes.Width / 2;

    private readonly Vector256<double> _low = low;
    private readonly Vector256<double> _high = high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Reals(double value) => new(Vector256.Create(value), Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator +(Reals left, Reals right) =>
        new(left._low + right._low, left._high + right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator -(Reals left, Reals right) =>
        new(left._low - right._low, left._high - right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator *(Reals left, Reals right) =>
        new(left._low * right._low, left._high * right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator /(Reals left, Reals right) =>
        new(left._low / right._low, left._high / right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator -(Reals value) => new(-value._low, -value._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator <(Reals left, Reals right) =>
        new(Vector256.LessThan(left._low, right._low), Vector256.LessThan(left._high, right._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator >(Reals left, Reals right) =>
        new(Vector256.GreaterThan(left._low, right._low), Vector256.GreaterThan(left._high, right._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator <=(Reals left, Reals right) =>
        new(Vector256.LessThanOrEqual(left._low, right._low), Vector256.LessThanOrEqual(left._high, right._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator >=(Reals left, Reals right) =>
        new(Vector256.GreaterThanOrEqual(left._low, right._low), Vector256.GreaterThanOrEqual(left._high, right._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Abs(Reals value) => new(Vector256.Abs(value._low), Vector256.Abs(value._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Floor(Reals value) => new(Vector256.Floor(value._low), Vector256.Floor(value._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Select(Truths condition, Reals whenTrue, Reals whenFalse) =>
        new(Vector256.ConditionalSelect(condition.Low, whenTrue._low, whenFalse._low),
            Vector256.ConditionalSelect(condition.High, whenTrue._high, whenFalse._high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals RoundToSingle(Reals value) => FromSingles(ToSingles(value));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Reals Square(Reals value) =>
        new(StrictLanes.Square(value._low), StrictLanes.Square(value._high));

    public static Reals SquareSingle(Reals value)
    {
        Span<float> lanes = stackalloc float[WorldLanes.Width];
        ToSingles(value).CopyTo(lanes);
        for (int i = 0; i < lanes.Length; i++)
            lanes[i] = StrictMath.Square(lanes[i]);
        return FromSingles(Vector256.Create<float>(lanes));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Reals Sin(Reals angle) => new(StrictLanes.Sin(angle._low), StrictLanes.Sin(angle._high));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Reals Cos(Reals angle) => new(StrictLanes.Cos(angle._low), StrictLanes.Cos(angle._high));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void SinCos(Reals angle, out Reals sine, out Reals cosine)
    {
        StrictLanes.SinCos(angle._low, out Vector256<double> lowSine, out Vector256<double> lowCosine);
        StrictLanes.SinCos(angle._high, out Vector256<double> highSine, out Vector256<double> highCosine);
        sine = new Reals(lowSine, highSine);
        cosine = new Reals(lowCosine, highCosine);
    }

    /// <summary>Up to eight seeds, each exactly, and zeros.</summary>
    public static Reals FromSeeds(ReadOnlySpan<uint> seeds)
    {
        Span<double> lanes = stackalloc double[WorldLanes.Width];
        lanes.Clear();
        for (int i = 0; i < seeds.Length; i++)
            lanes[i] = seeds[i];
        return new Reals(
            Vector256.Create<double>(lanes[..HalfWidth]), Vector256.Create<double>(lanes[HalfWidth..]));
    }

    /// <summary>Eight whole numbers, each exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals FromIntegers(Vector256<int> values)
    {
        (Vector256<long> low, Vector256<long> high) = Vector256.Widen(values);
        return new Reals(Vector256.ConvertToDouble(low), Vector256.ConvertToDouble(high));
    }

    /// <summary>Eight float32, each exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals FromSingles(Vector256<float> values)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(values);
        return new Reals(low, high);
    }

    /// <summary>Each lane rounded to float32, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToSingles(Reals value) =>
        Vector256.Narrow(value._low, value._high);

    /// <summary>Writes the eight lanes to an array from an index on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyTo(double[] values, int at)
    {
        _low.CopyTo(values, at);
        _high.CopyTo(values, at + HalfWidth);
    }
}
