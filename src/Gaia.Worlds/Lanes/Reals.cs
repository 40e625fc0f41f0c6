using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;

namespace Gaia.Worlds.Lanes;

/// <summary>One double in each of eight lanes.</summary>
internal readonly struct Reals(Vector512<double> lanes) : IReal<Reals, Truths>
{
    private readonly Vector512<double> _lanes = lanes;

    public Vector512<double> Lanes => _lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Reals(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator +(Reals left, Reals right) => new(left._lanes + right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator -(Reals left, Reals right) => new(left._lanes - right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator *(Reals left, Reals right) => new(left._lanes * right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator /(Reals left, Reals right) => new(left._lanes / right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals operator -(Reals value) => new(-value._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator <(Reals left, Reals right) => new(Vector512.LessThan(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator >(Reals left, Reals right) => new(Vector512.GreaterThan(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator <=(Reals left, Reals right) =>
        new(Vector512.LessThanOrEqual(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator >=(Reals left, Reals right) =>
        new(Vector512.GreaterThanOrEqual(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Abs(Reals value) => new(Vector512.Abs(value._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Floor(Reals value) => new(Vector512.Floor(value._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Select(Truths condition, Reals whenTrue, Reals whenFalse) =>
        new(Vector512.ConditionalSelect(condition.Lanes, whenTrue._lanes, whenFalse._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals RoundToSingle(Reals value) => FromSingles(ToSingles(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Square(Reals value) => new(StrictLanes.Square(value._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals SquareSingle(Reals value) => RoundToSingle(value * value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Sin(Reals angle) => new(StrictLanes.Sin(angle._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals Cos(Reals angle) => new(StrictLanes.Cos(angle._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Reals angle, out Reals sine, out Reals cosine)
    {
        StrictLanes.SinCos(angle._lanes, out Vector512<double> sines, out Vector512<double> cosines);
        sine = new Reals(sines);
        cosine = new Reals(cosines);
    }

    /// <summary>Up to eight seeds, each exactly, and zeros.</summary>
    public static Reals FromSeeds(ReadOnlySpan<uint> seeds)
    {
        Span<double> lanes = stackalloc double[WorldLanes.Width];
        lanes.Clear();
        for (int i = 0; i < seeds.Length; i++)
            lanes[i] = seeds[i];
        return new Reals(Vector512.Create<double>(lanes));
    }

    /// <summary>Eight whole numbers, each exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals FromIntegers(Vector256<int> values)
    {
        (Vector256<long> low, Vector256<long> high) = Vector256.Widen(values);
        return new Reals(Vector512.Create(Vector256.ConvertToDouble(low), Vector256.ConvertToDouble(high)));
    }

    /// <summary>Eight float32, each exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Reals FromSingles(Vector256<float> values)
    {
        (Vector256<double> low, Vector256<double> high) = Vector256.Widen(values);
        return new Reals(Vector512.Create(low, high));
    }

    /// <summary>Each lane rounded to float32, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToSingles(Reals value) =>
        Vector256.Narrow(value._lanes.GetLower(), value._lanes.GetUpper());
}
