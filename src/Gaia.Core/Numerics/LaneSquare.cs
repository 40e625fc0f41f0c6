using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Core.Numerics;

/// <summary><see cref="SquareKernel"/> in four or eight lanes.</summary>
internal static class LaneSquare
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Square(Vector256<double> x)
    {
        var product = x * x;
        var lost = Vector256.Abs(Vector256.FusedMultiplyAdd(x, x, -product));
        var power = (product.AsUInt64() & Vector256.Create(SquareKernel.ExponentMask)).AsDouble();
        var isProduct = Vector256.LessThan(lost, power * SquareKernel.Safe)
            & Vector256.GreaterThan(product, power)
            & Vector256.GreaterThan(product, Vector256.Create(SquareKernel.SmallestSafe))
            & Vector256.LessThan(product, Vector256.Create(SquareKernel.LargestSafe));
        return isProduct.AsInt64() == Vector256<long>.AllBitsSet ? product : Others(x, isProduct, product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Square(Vector512<double> x)
    {
        var product = x * x;
        var lost = Vector512.Abs(Vector512.FusedMultiplyAdd(x, x, -product));
        var power = (product.AsUInt64() & Vector512.Create(SquareKernel.ExponentMask)).AsDouble();
        var isProduct = Vector512.LessThan(lost, power * SquareKernel.Safe)
            & Vector512.GreaterThan(product, power)
            & Vector512.GreaterThan(product, Vector512.Create(SquareKernel.SmallestSafe))
            & Vector512.LessThan(product, Vector512.Create(SquareKernel.LargestSafe));
        return isProduct.AsInt64() == Vector512<long>.AllBitsSet ? product : Others(x, isProduct, product);
    }

    /// <summary>Two calls of four lanes: see <see cref="AnyAngle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Others(Vector512<double> x, Vector512<double> done, Vector512<double> product) =>
        Vector512.Create(
            Others(x.GetLower(), done.GetLower(), product.GetLower()),
            Others(x.GetUpper(), done.GetUpper(), product.GetUpper()));

    /// <summary>The lanes that the product does not settle, one by one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> Others(Vector256<double> x, Vector256<double> done, Vector256<double> product)
    {
        for (var open = ~done.ExtractMostSignificantBits() & 15; open != 0; open &= open - 1)
        {
            var lane = int.CreateTruncating(uint.TrailingZeroCount(open));
            product = product.WithElement(lane, StrictMath.Square(x.GetElement(lane)));
        }

        return product;
    }
}
