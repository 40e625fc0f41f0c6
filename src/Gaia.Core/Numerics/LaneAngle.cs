using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Core.Numerics;

/// <summary>Sine and cosine of four angles of any size, by the steps of <see cref="StrictMath"/>.</summary>
/// <remarks>Long code, to be inlined only into the functions of <see cref="AnyAngle"/>.</remarks>
internal static class LaneAngle
{
    private const int SignShift = 62;

    /// <summary>Each lane takes the way that its magnitude asks for; those that lead out of range go alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Vector256<double> x, out Vector256<double> sine, out Vector256<double> cosine)
    {
        var signBit = Vector256.Create(-0.0);
        var magnitude = Vector256.Abs(x);
        var inner = Vector256.LessThan(magnitude, Vector256.Create(StrictMath.InnerAngle));
        var outer = Vector256.LessThan(magnitude, Vector256.Create(StrictMath.OuterAngle));

        var turns = Reduce(x, out var high, out var low);
        var halfTail = Vector256.Create(StrictMath.HalfPiTail);
        var distance = Vector256.Create(StrictMath.HalfPi) - magnitude;
        var nearHigh = distance + halfTail;
        var nearLow = (distance - nearHigh) + halfTail;
        high = Vector256.ConditionalSelect(inner, x, high);
        low = Vector256.AndNot(low, inner);
        var near = Vector256.AndNot(outer, inner);
        var odd = LaneSine.Sine(
            Vector256.ConditionalSelect(near, nearHigh, high), Vector256.ConditionalSelect(near, nearLow, low));
        var even = LaneSine.Cosine(
            Vector256.ConditionalSelect(near, distance, high), Vector256.ConditionalSelect(near, halfTail, low));

        var swap = Vector256.ConditionalSelect(outer, near, IsOdd(turns));
        var sineSign = Vector256.ConditionalSelect(outer, x & near, (turns << SignShift).AsDouble()) & signBit;
        var cosineSign = ((turns + Vector256<long>.One) << SignShift).AsDouble() & signBit;
        sine = Vector256.ConditionalSelect(swap, even, odd) ^ sineSign;
        cosine = Vector256.ConditionalSelect(swap, odd, even) ^ Vector256.AndNot(cosineSign, outer);

        var plain = Vector256.LessThan(magnitude, Vector256.Create(QuarterTurns.PlainLimit));
        if (plain.AsInt64() != Vector256<long>.AllBitsSet)
        {
            // Locals of their own: what is passed by reference lives in memory, on the short way too.
            var (oneSine, oneCosine) = (sine, cosine);
            Alone(x, plain, ref oneSine, ref oneCosine);
            (sine, cosine) = (oneSine, oneCosine);
        }
    }

    /// <summary>The sine alone, in each lane as in <see cref="StrictMath.Sin(double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sin(Vector256<double> x)
    {
        var magnitude = Vector256.Abs(x);
        var inner = Vector256.LessThan(magnitude, Vector256.Create(StrictMath.InnerAngle));
        var outer = Vector256.LessThan(magnitude, Vector256.Create(StrictMath.OuterAngle));
        var near = Vector256.AndNot(outer, inner);
        var turns = Reduce(x, out var high, out var low);
        high = Vector256.ConditionalSelect(inner, x, high);
        high = Vector256.ConditionalSelect(near, Vector256.Create(StrictMath.HalfPi) - magnitude, high);
        low = Vector256.AndNot(low, inner);
        low = Vector256.ConditionalSelect(near, Vector256.Create(StrictMath.HalfPiTail), low);

        var sine = LaneSine.Either(high, low, Vector256.ConditionalSelect(outer, near, IsOdd(turns)));
        var sign = Vector256.ConditionalSelect(outer, x & near, (turns << SignShift).AsDouble());
        sine ^= sign & Vector256.Create(-0.0);
        var plain = Vector256.LessThan(magnitude, Vector256.Create(QuarterTurns.PlainLimit));
        if (plain.AsInt64() == Vector256<long>.AllBitsSet)
            return sine;
        var (one, unused) = (sine, sine);
        Alone(x, plain, ref one, ref unused);
        return one;
    }

    /// <summary>The cosine alone, in each lane as in <see cref="StrictMath.Cos(double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> x)
    {
        var magnitude = Vector256.Abs(x);
        var inner = Vector256.LessThan(magnitude, Vector256.Create(StrictMath.InnerAngle));
        var outer = Vector256.LessThan(magnitude, Vector256.Create(StrictMath.OuterAngle));
        var turns = Reduce(x, out var high, out var low) + Vector256<long>.One;
        var halfTail = Vector256.Create(StrictMath.HalfPiTail);
        var distance = Vector256.Create(StrictMath.HalfPi) - magnitude;
        var nearHigh = distance + halfTail;
        var nearLow = (distance - nearHigh) + halfTail;
        high = Vector256.ConditionalSelect(outer, Vector256.ConditionalSelect(inner, x, nearHigh), high);
        low = Vector256.ConditionalSelect(outer, Vector256.AndNot(nearLow, inner), low);

        var cosine = LaneSine.Either(high, low, Vector256.ConditionalSelect(outer, inner, IsOdd(turns)));
        cosine ^= Vector256.AndNot((turns << SignShift).AsDouble() & Vector256.Create(-0.0), outer);
        var plain = Vector256.LessThan(magnitude, Vector256.Create(QuarterTurns.PlainLimit));
        if (plain.AsInt64() == Vector256<long>.AllBitsSet)
            return cosine;
        var (unused, one) = (cosine, cosine);
        Alone(x, plain, ref unused, ref one);
        return one;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> IsOdd(Vector256<long> turns) =>
        ~Vector256.Equals(turns & Vector256<long>.One, Vector256<long>.Zero).AsDouble();

    /// <summary>As <see cref="QuarterTurns.Reduce"/>, within its plain limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Reduce(Vector256<double> x, out Vector256<double> high, out Vector256<double> low)
    {
        var round = Vector256.Create(QuarterTurns.RoundToInteger);
        var part2 = Vector256.Create(QuarterTurns.HalfPi2);
        var part3 = Vector256.Create(QuarterTurns.HalfPi3);
        var shifted = Vector256.FusedMultiplyAdd(x, Vector256.Create(QuarterTurns.TurnsPerRadian), round);
        var turns = round - shifted;
        var rest = Vector256.FusedMultiplyAdd(turns, Vector256.Create(QuarterTurns.HalfPi0), x);
        rest = Vector256.FusedMultiplyAdd(turns, Vector256.Create(QuarterTurns.HalfPi1), rest);
        var finer = Vector256.FusedMultiplyAdd(turns, part2, rest);
        var error = Vector256.FusedMultiplyAdd(turns, part2, rest - finer);
        high = Vector256.FusedMultiplyAdd(turns, part3, finer);
        low = error + Vector256.FusedMultiplyAdd(turns, part3, finer - high);
        return shifted.AsInt64();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Alone(
        Vector256<double> x, Vector256<double> done, ref Vector256<double> sine, ref Vector256<double> cosine)
    {
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
        {
            if (done.AsInt64().GetElement(lane) != 0)
                continue;
            var (ofSine, ofCosine) = StrictMath.SinCos(x.GetElement(lane));
            sine = sine.WithElement(lane, ofSine);
            cosine = cosine.WithElement(lane, ofCosine);
        }
    }
}
