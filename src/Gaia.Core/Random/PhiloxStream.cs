using Gaia.Core.Numerics;

namespace Gaia.Core.Random;

/// <summary>A sequence of numbers named by key, generation, member and stream, read from Philox4x32-10.</summary>
/// <remarks>
/// The counter is (block, stream, member, generation), the key's low word comes first. The sequence has 2^32 blocks of
/// four words and then repeats. Normals come in pairs from one block, by Box and Muller, "A Note on the Generation of
/// Random Normal Deviates" (1958), over StrictMath: the same bits on every machine, at most 8.6 in magnitude.
/// A mutable value: pass it by reference.
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
    private uint _hasSavedNormal;
    private double _savedNormal;

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

    /// <summary>The next standard normal.</summary>
    /// <remarks>Takes whole blocks: words left over from the block before are dropped, and every second call takes
    /// nothing. A stream that draws nothing else gives <see cref="NormalAt"/> of dimension 0, 1, 2 and so on.</remarks>
    public double NextNormal()
    {
        if (_hasSavedNormal != 0)
        {
            _hasSavedNormal = 0;
            return _savedNormal;
        }

        _wordsLeft = 0;
        var (first, second) = NormalPair(_nextBlock, _stream, _member, _generation, _key0, _key1);
        _nextBlock++;
        _savedNormal = second;
        _hasSavedNormal = 1;
        return first;
    }

    /// <summary>The standard normal that stands at one dimension of one member's perturbation.</summary>
    /// <param name="key">Seed of the run or task.</param>
    /// <param name="generation">Generation of the search.</param>
    /// <param name="member">Member of the population.</param>
    /// <param name="dimension">Parameter of the genome.</param>
    public static double NormalAt(ulong key, uint generation, uint member, uint dimension)
    {
        var (first, second) = NormalPair(dimension >> 1, 0, member, generation, (uint)key, (uint)(key >> 32));
        return (dimension & 1) == 0 ? first : second;
    }

    /// <summary>A whole perturbation: <see cref="NormalAt"/> of dimension 0 to the last, at half its price.</summary>
    /// <param name="key">Seed of the run or task.</param>
    /// <param name="generation">Generation of the search.</param>
    /// <param name="member">Member of the population.</param>
    /// <param name="normals">[dimensions]; overwritten.</param>
    public static void FillNormals(ulong key, uint generation, uint member, Span<double> normals)
    {
        for (var dimension = 0; dimension < normals.Length; dimension += 2)
        {
            var (first, second) =
                NormalPair((uint)dimension >> 1, 0, member, generation, (uint)key, (uint)(key >> 32));
            normals[dimension] = first;
            if (dimension + 1 < normals.Length)
                normals[dimension + 1] = second;
        }
    }

    private static (double First, double Second) NormalPair(
        uint block, uint stream, uint member, uint generation, uint key0, uint key1)
    {
        var (word0, word1, word2, word3) = Philox4x32.Block(block, stream, member, generation, key0, key1);
        // In (0, 1]: the logarithm of 0 does not occur.
        var radial = (((((ulong)word1 << 32) | word0) >> 11) + 1) * TwoToMinus53;
        var turn = ((((ulong)word3 << 32) | word2) >> 11) * TwoToMinus53;
        var radius = Math.Sqrt(-2.0 * StrictMath.Log(radial));
        var (sine, cosine) = StrictMath.SinCos(2.0 * Math.PI * turn);
        return (radius * cosine, radius * sine);
    }
}
