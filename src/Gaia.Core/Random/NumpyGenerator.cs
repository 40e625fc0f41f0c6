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
        Span<ulong> words = stackalloc ulong[4];
        SeedSequence.GenerateState(seed, words);

        var generator = default(NumpyGenerator);
        generator._incrementHigh = (words[2] << 1) | (words[3] >> 63);
        generator._incrementLow = (words[3] << 1) | 1;
        generator.Step();
        generator.Add(words[0], words[1]);
        generator.Step();
        return generator;
    }

    /// <summary>The next 64 bits. A saved 32-bit half stays saved, as in NumPy.</summary>
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
    public double NextDouble() => (NextUInt64() >> 11) * TwoToMinus53;

    /// <summary>low + (high - low) * random(): <c>Generator.uniform(low, high)</c>.</summary>
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

    private void Step()
    {
        var high = Math.BigMul(_stateLow, MultiplierLow, out var low);
        high += _stateHigh * MultiplierLow + _stateLow * MultiplierHigh;
        _stateHigh = high;
        _stateLow = low;
        Add(_incrementHigh, _incrementLow);
    }

    private void Add(ulong high, ulong low)
    {
        var sum = _stateLow + low;
        _stateHigh += high + (sum < low ? 1UL : 0UL);
        _stateLow = sum;
    }
}
