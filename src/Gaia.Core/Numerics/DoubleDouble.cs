using System.Runtime.CompilerServices;

namespace Gaia.Core.Numerics;

/// <summary>Sums and products of doubles together with what rounding took from them.</summary>
/// <remarks>
/// Knuth's two-sum and Dekker's fast two-sum and product ("A Floating-Point Technique for Extending the Available
/// Precision", 1971). Exact for finite operands whose product neither overflows nor becomes subnormal. No fused
/// multiply-add: the same operations exist in every lane and on every device.
/// </remarks>
internal static class DoubleDouble
{
    /// <summary>2^27 + 1 cuts 53 bits into two halves whose products are exact.</summary>
    private const double Splitter = 134217729.0;

    /// <summary>sum + error is exactly a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(double a, double b, out double sum, out double error)
    {
        sum = a + b;
        var part = sum - a;
        error = (a - (sum - part)) + (b - part);
    }

    /// <summary>sum + error is exactly a + b, where |a| >= |b| or a is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSmaller(double a, double b, out double sum, out double error)
    {
        sum = a + b;
        error = b - (sum - a);
    }

    /// <summary>product + error is exactly a * b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply(double a, double b, out double product, out double error)
    {
        product = a * b;
        var cutA = Splitter * a;
        var highA = cutA - (cutA - a);
        var lowA = a - highA;
        var cutB = Splitter * b;
        var highB = cutB - (cutB - b);
        var lowB = b - highB;
        error = (((highA * highB - product) + highA * lowB) + lowA * highB) + lowA * lowB;
    }
}
