using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Gaia.Worlds;

/// <summary>What a world checks of its caller: the only place where the kernels' callers can be told off.</summary>
internal static class WorldArguments
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireObservation(int length, int size)
    {
        if (length < size)
            ThrowObservation(length, size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireChoice(int index, int count)
    {
        if ((uint)index >= (uint)count)
            ThrowChoice(index, count);
    }

    [DoesNotReturn]
    private static void ThrowObservation(int length, int size) =>
        throw new ArgumentException($"An observation of this world has {size} values; the span has {length}.");

    [DoesNotReturn]
    private static void ThrowChoice(int index, int count) =>
        throw new ArgumentException($"Action {index} is not one of this world's choices 0 to {count - 1}.");
}
