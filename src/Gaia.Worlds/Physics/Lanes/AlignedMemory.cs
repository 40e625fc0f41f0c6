using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Structs of vectors that begin at cache lines, so that no vector lies across two.</summary>
internal sealed class AlignedMemory<T>
    where T : unmanaged
{
    private const int LineBytes = 64;

    private readonly byte[] _bytes;
    private readonly int _offset;

    /// <param name="count">Structs, all zero at first.</param>
    public unsafe AlignedMemory(int count)
    {
        _bytes = GC.AllocateArray<byte>((count * Unsafe.SizeOf<T>()) + LineBytes, pinned: true);
        var address = (nint)Unsafe.AsPointer(ref _bytes[0]);
        _offset = (int)(-address & (LineBytes - 1));
    }

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref Unsafe.As<byte, T>(ref _bytes[_offset]), index);
    }
}
