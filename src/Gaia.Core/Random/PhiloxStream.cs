namespace Gaia.Core.Random;

/// <summary>A sequence of numbers named by key, generation, member and stream, read from Philox4x32-10.</summary>
/// <remarks>
/// The counter is (block, stream, member, generation), the key's low word comes first. The sequence has 2^32 blocks of
/// four words and then repeats. A mutable value: pass it by reference.
/// </remarks>
public struct PhiloxStream
{
    private const double TwoToMinus53 = 1.0 / (1UL << 53);
    private const uint WordsPerBlock = 4;

    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _generation;
    private readonly uint _member;
    private readonly uint _stream;
    private uint _nextBlock;
    private uint _wordsLeft;
    private uint _word1;
    private uint _word2;
    private uint _word3;

    /// <summary>The beginning of a sequence.</summary>
    /// <param name="key">Seed of the run or task.</param>
    /// <param name="generation">Generation, or any other first-order index.</param>
    /// <param name="member">Member of the population, or any other second-order index.</param>
    /// <param name="stream">Keeps purposes apart that share the others. Stream 0 is that of perturbations.</param>
    public PhiloxStream(ulong key, uint generation = 0, uint member = 0, uint stream = 0)
    {
        _key0 = (uint)key;
        _key1 = (uint)(key >> 32);
        _generation = generation;
        _member = member;
        _stream = stream;
    }

    /// <summary>The next 32 bits.</summary>
    public uint NextUInt32()
    {
        switch (_wordsLeft)
        {
            case 3:
                _wordsLeft = 2;
                return _word1;
            case 2:
                _wordsLeft = 1;
                return _word2;
            case 1:
                _wordsLeft = 0;
                return _word3;
        }

        uint first;
        (first, _word1, _word2, _word3) = Philox4x32.Block(_nextBlock, _stream, _member, _generation, _key0, _key1);
        _nextBlock++;
        _wordsLeft = WordsPerBlock - 1;
        return first;
    }

    /// <summary>The next 64 bits: two words, the first one low.</summary>
    public ulong NextUInt64()
    {
        ulong low = NextUInt32();
        return ((ulong)NextUInt32() << 32) | low;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * TwoToMinus53;

    /// <summary>Uniform in [0, count), without bias.</summary>
    /// <remarks>Lemire, "Fast Random Integer Generation in an Interval" (2019).</remarks>
    /// <param name="count">1 to 2^32 - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is 0.</exception>
    public uint NextBelow(uint count)
    {
        ArgumentOutOfRangeException.ThrowIfZero(count);
        var product = (ulong)NextUInt32() * count;
        if ((uint)product < count)
        {
            var threshold = (uint.MaxValue - count + 1) % count;
            while ((uint)product < threshold)
                product = (ulong)NextUInt32() * count;
        }

        return (uint)(product >> 32);
    }
}
