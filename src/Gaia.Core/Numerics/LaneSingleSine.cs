using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Core.Numerics;

/// <summary><see cref="SingleSineKernel"/> in eight lanes.</summary>
/// <remarks>
/// The same operations in the same order on two times four doubles. Angles below an eighth turn take no way of their
/// own: their number of quarter turns comes out as 0 and leaves them as they are.
/// </remarks>
internal static class LaneSingleSine
{
    /// <summary>2^23, half of what a quarter turn counts in the rounding to whole turns.</summary>
    private const double HalfTurn = 8388608.0;

    /// <summary>2^-24.</summary>
    private const double PerTurn = 1.0 / 16777216.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Vector256<float> angle, out Vector256<float> sine, out Vector256<float> cosine)
    {
        var magnitude = Vector256.Abs(angle);
        if (!Vector256.LessThanAll(magnitude, Vector256.Create(SingleSineKernel.LargestPlain)))
        {
            OneByOne(angle, out var anySine, out var anyCosine);
            sine = anySine;
            cosine = anyCosine;
            return;
        }

        var (low, high) = Vector256.Widen(angle);
        var lowTurns = Reduce(ref low);
        var highTurns = Reduce(ref high);
        var turns = Vector256.ConvertToInt32Native(Vector256.Narrow(lowTurns, highTurns));
        var lowSquare = low * low;
        var highSquare = high * high;
        var odd = Vector256.Narrow(Sine(low, lowSquare), Sine(high, highSquare));
        var even = Vector256.Narrow(Cosine(lowSquare), Cosine(highSquare));

        var isEven = Vector256.Equals(turns & Vector256<int>.One, Vector256<int>.Zero).AsSingle();
        var sineSign = Vector256.ShiftLeft(turns & Vector256.Create(2), 30).AsSingle();
        var cosineSign = Vector256.ShiftLeft((turns + Vector256<int>.One) & Vector256.Create(2), 30).AsSingle();
        var isTiny = Vector256.LessThan(magnitude, Vector256.Create(SingleSineKernel.Tiny));
        sine = Vector256.ConditionalSelect(isEven, odd, even) ^ sineSign;
        cosine = Vector256.ConditionalSelect(isEven, even, odd) ^ cosineSign;
        sine = Vector256.ConditionalSelect(isTiny, angle, sine);
        cosine = Vector256.ConditionalSelect(isTiny, Vector256<float>.One, cosine);
    }

    /// <summary>Takes whole quarter turns out of angles below <see cref="SingleSineKernel.LargestPlain"/>.</summary>
    /// <returns>Their number: truncated to 24 binary places, then rounded.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Reduce(ref Vector256<double> angle)
    {
        var places = Vector256.Truncate(angle * Vector256.Create(SingleSineKernel.TurnsPerRadian));
        var turns = Vector256.Floor((places + Vector256.Create(HalfTurn)) * Vector256.Create(PerTurn));
        angle -= turns * Vector256.Create(SingleSineKernel.HalfPi);
        return turns;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Sine(Vector256<double> x, Vector256<double> square)
    {
        var cube = x * square;
        var tail = Vector256.Create(SingleSineKernel.Sine5) + (square * Vector256.Create(SingleSineKernel.Sine7));
        return (x + (cube * Vector256.Create(SingleSineKernel.Sine3))) + ((cube * square) * tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Cosine(Vector256<double> square)
    {
        var fourth = square * square;
        var tail = Vector256.Create(SingleSineKernel.Cosine6) + (square * Vector256.Create(SingleSineKernel.Cosine8));
        var head = Vector256<double>.One + (square * Vector256.Create(SingleSineKernel.Cosine2));
        return (head + (fourth * Vector256.Create(SingleSineKernel.Cosine4))) + ((fourth * square) * tail);
    }

    /// <summary>For angles of any size, NaN and infinities.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OneByOne(Vector256<float> angle, out Vector256<float> sine, out Vector256<float> cosine)
    {
        sine = Vector256<float>.Zero;
        cosine = Vector256<float>.Zero;
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            SingleSineKernel.SinCos(angle[lane], out var laneSine, out var laneCosine);
            sine = sine.WithElement(lane, laneSine);
            cosine = cosine.WithElement(lane, laneCosine);
        }
    }
}
