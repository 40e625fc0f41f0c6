using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gaia.Core.Random;

/// <summary>NumPy's <c>Generator(PCG64(SeedSequence(seed)))</c>, draw for draw: it gives an episode its name.</summary>
/// <remarks>
/// PCG64 is O'Neill's PCG XSL-RR 128/64: a 128-bit linear congruential generator whose output folds the state by
/// exclusive or and rotates it ("PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random
/// Number Generation", 2014). Seeding, the halving of outputs into 32-bit words and the bounded integers are NumPy's.
/// A mutable value: pass it by reference, copy it to branch off a second, equal sequence. 128-bit arithmetic is spelled
/// out in 64-bit words, because GPU kernels have nothing wider.
/// </remarks>
public struct NumpyGenerator : IEquatable<NumpyGenerator>
{
    private const ulong MultiplierHigh = 2549297995355413924;
    private const ulong MultiplierLow = 4865540595714422341;
    private const double TwoToMinus53 = 1.0 / (1UL << 53);

    private ulong _stateHigh;
    private ulong _stateLow;
    private ulong _incrementHigh;
    private ulong _incrementLow;
    private uint _savedHalf;
    private uint _hasSavedHalf;

    /// <summary>The generator that Gymnasium makes of a seed.</summary>
    public static NumpyGenerator FromSeed(ulong seed)
    {
        var pool = SeedSequence.PoolOf(seed);
        var constant = SeedPool<SeedWord>.FirstConstant;
        var state0 = Join(pool.Word0, pool.Word1, ref constant);
        var state1 = Join(pool.Word2, pool.Word3, ref constant);
        var sequence0 = Join(pool.Word0, pool.Word1, ref constant);
        var sequence1 = Join(pool.Word2, pool.Word3, ref constant);
        return FromWords(state0, state1, sequence0, sequence1);
    }

    /// <summary>The generators of many seeds, eight at a time in lanes: each is that of
    /// <see cref="FromSeed(ulong)"/>.</summary>
    /// <param name="seeds">Any number.</param>
    /// <param name="generators">As many; overwritten.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void FromSeeds(ReadOnlySpan<uint> seeds, Span<NumpyGenerator> generators)
    {
        if (seeds.Length != generators.Length)
            throw new ArgumentException("There must be a generator for every seed.", nameof(generators));
        var first = 0;
        for (; first + SeedWords.Width <= seeds.Length; first += SeedWords.Width)
            FromEightSeeds(seeds[first..], generators[first..]);
        for (; first < seeds.Length; first++)
            generators[first] = FromSeed(seeds[first]);
    }

    /// <summary>The next 64 bits. A saved 32-bit half stays saved, as in NumPy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        Step();
        return ulong.RotateRight(_stateHigh ^ _stateLow, (int)(_stateHigh >> 58));
    }

    /// <summary>The next 32 bits: the low half of a 64-bit output, then its high half.</summary>
    public uint NextUInt32()
    {
        if (_hasSavedHalf != 0)
        {
            _hasSavedHalf = 0;
            return _savedHalf;
        }

        var output = NextUInt64();
        _savedHalf = (uint)(output >> 32);
        _hasSavedHalf = 1;
        return (uint)output;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53: <c>Generator.random()</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (long)(NextUInt64() >> 11) * TwoToMinus53;

    /// <summary>low + (high - low) * random(): <c>Generator.uniform(low, high)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>Uniform in [low, high): <c>Generator.integers(low, high)</c> of the default type int64.</summary>
    /// <remarks>
    /// Lemire, "Fast Random Integer Generation in an Interval" (2019), on buffered 32-bit halves where the range fits
    /// in them. A range of one value draws nothing.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The interval is empty.</exception>
    public long Integers(long low, long high)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, high);
        var last = (ulong)high - 1 - (ulong)low;
        var offset = last switch
        {
            0 => 0UL,
            < uint.MaxValue => Bounded32((uint)last),
            uint.MaxValue => NextUInt32(),
            _ => Bounded64(last),
        };
        return (long)((ulong)low + offset);
    }

    /// <summary>True where both will draw the same numbers for ever.</summary>
    public readonly bool Equals(NumpyGenerator other) =>
        _stateHigh == other._stateHigh && _stateLow == other._stateLow
        && _incrementHigh == other._incrementHigh && _incrementLow == other._incrementLow
        && _hasSavedHalf == other._hasSavedHalf && (_hasSavedHalf == 0 || _savedHalf == other._savedHalf);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is NumpyGenerator other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(_stateHigh, _stateLow, _incrementLow);

    public static bool operator ==(NumpyGenerator left, NumpyGenerator right) => left.Equals(right);

    public static bool operator !=(NumpyGenerator left, NumpyGenerator right) => !left.Equals(right);

    private uint Bounded32(uint last)
    {
        var count = last + 1;
        var product = (ulong)NextUInt32() * count;
        if ((uint)product < count)
        {
            // Rejects the few products that would favour some values: fewer than one draw in two, mostly none.
            var threshold = (uint.MaxValue - last) % count;
            while ((uint)product < threshold)
                product = (ulong)NextUInt32() * count;
        }

        return (uint)(product >> 32);
    }

    private ulong Bounded64(ulong last)
    {
        if (last == ulong.MaxValue)
            return NextUInt64();

        var count = last + 1;
        var high = Math.BigMul(NextUInt64(), count, out var low);
        if (low < count)
        {
            var threshold = (ulong.MaxValue - last) % count;
            while (low < threshold)
                high = Math.BigMul(NextUInt64(), count, out low);
        }

        return high;
    }

    private static void FromEightSeeds(ReadOnlySpan<uint> seeds, Span<NumpyGenerator> generators)
    {
        var pool = SeedPool<SeedWords>.Of(new SeedWords(Vector256.Create(seeds)), SeedWords.Of(0));
        Span<Vector256<uint>> words = stackalloc Vector256<uint>[8];
        var constant = SeedPool<SeedWords>.FirstConstant;
        for (var half = 0; half < words.Length; half += 4)
        {
            words[half] = SeedPool<SeedWords>.Next(pool.Word0, ref constant).Lanes;
            words[half + 1] = SeedPool<SeedWords>.Next(pool.Word1, ref constant).Lanes;
            words[half + 2] = SeedPool<SeedWords>.Next(pool.Word2, ref constant).Lanes;
            words[half + 3] = SeedPool<SeedWords>.Next(pool.Word3, ref constant).Lanes;
        }

        ReadOnlySpan<uint> columns = MemoryMarshal.Cast<Vector256<uint>, uint>(words);
        for (var lane = 0; lane < SeedWords.Width; lane++)
        {
            generators[lane] = FromWords(
                Join(columns, 0, lane), Join(columns, 2, lane), Join(columns, 4, lane), Join(columns, 6, lane));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(ReadOnlySpan<uint> columns, int word, int lane) =>
        columns[word * SeedWords.Width + lane]
        | (ulong)columns[(word + 1) * SeedWords.Width + lane] << 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Join(SeedWord low, SeedWord high, ref uint constant)
    {
        ulong first = SeedPool<SeedWord>.Next(low, ref constant).Value;
        return first | (ulong)SeedPool<SeedWord>.Next(high, ref constant).Value << 32;
    }

    /// <summary>What NumPy makes of four words: from 0 a step, the first two words added, a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static NumpyGenerator FromWords(ulong state0, ulong state1, ulong sequence0, ulong sequence1)
    {
        NumpyGenerator generator;
        generator._incrementHigh = (sequence0 << 1) | (sequence1 >> 63);
        generator._incrementLow = (sequence1 << 1) | 1;
        generator._stateHigh = generator._incrementHigh;
        generator._stateLow = generator._incrementLow;
        generator._savedHalf = 0;
        generator._hasSavedHalf = 0;
        generator.Add(state0, state1);
        generator.Step();
        return generator;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step()
    {
        var high = Math.BigMul(_stateLow, MultiplierLow, out var low);
        high += _stateHigh * MultiplierLow + _stateLow * MultiplierHigh;
        _stateHigh = high;
        _stateLow = low;
        Add(_incrementHigh, _incrementLow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ulong high, ulong low)
    {
        var sum = _stateLow + low;
        _stateHigh += high + (sum < low ? 1UL : 0UL);
        _stateLow = sum;
    }
}
