using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Random;

namespace Gaia.Core.Tests.Random;

public sealed class PhiloxStreamTests
{
    private const int Samples = 200_000;

    private static readonly Arbitrary<uint> Words =
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => (uint)value).ToArbitrary();

    [Fact]
    public void NextUInt32_ReadsTheBlocksInOrder()
    {
        var stream = new PhiloxStream(0x0123456789ABCDEF, generation: 7, member: 8, stream: 9);
        for (uint block = 0; block < 3; block++)
        {
            var (word0, word1, word2, word3) = Philox4x32.Block(block, 9, 8, 7, 0x89ABCDEF, 0x01234567);
            foreach (var word in new[] { word0, word1, word2, word3 })
                Assert.Equal(word, stream.NextUInt32());
        }
    }

    [Fact]
    public void NextDouble_IsTheTop53BitsOfTwoWords()
    {
        var stream = new PhiloxStream(5);
        var words = stream;
        ulong low = words.NextUInt32();
        var expected = ((((ulong)words.NextUInt32() << 32) | low) >> 11) / 9007199254740992.0;
        Assert.Equal(expected, stream.NextDouble());
    }

    [Fact]
    public void NormalAt_AnyCounter_IsTheNormalOfItsStream() => Check.QuickThrowOnFailure(
        Prop.ForAll(Words, Words, Words, (keyWord, generation, member) =>
        {
            var key = ((ulong)keyWord << 32) | ~keyWord;
            var stream = new PhiloxStream(key, generation, member);
            var filled = new double[11];
            PhiloxStream.FillNormals(key, generation, member, filled);
            for (uint dimension = 0; dimension < filled.Length; dimension++)
            {
                var at = PhiloxStream.NormalAt(key, generation, member, dimension);
                if (!at.Equals(stream.NextNormal()) || !at.Equals(filled[dimension]) || !double.IsFinite(at))
                    return false;
            }

            return true;
        }));

    [Fact]
    public void NormalAt_FixedCounters_KeepsItsBits()
    {
        // Frozen: a change here breaks every named perturbation in every node's history.
        Assert.Equal(-4611441931939869919, BitConverter.DoubleToInt64Bits(PhiloxStream.NormalAt(42, 3, 5, 8)));
    }

    [Fact]
    public void NextNormal_ManyDraws_HasTheMomentsAndTailsOfANormal()
    {
        var stream = new PhiloxStream(20261120);
        double sum = 0, squares = 0, cubes = 0, fourths = 0;
        var beyondTwo = 0;
        for (var i = 0; i < Samples; i++)
        {
            var z = stream.NextNormal();
            sum += z;
            squares += z * z;
            cubes += z * z * z;
            fourths += z * z * z * z;
            beyondTwo += Math.Abs(z) > 2 ? 1 : 0;
        }

        // Five standard errors of each estimate.
        var error = 5 / Math.Sqrt(Samples);
        Assert.InRange(sum / Samples, -error, error);
        Assert.InRange(squares / Samples, 1 - error * Math.Sqrt(2), 1 + error * Math.Sqrt(2));
        Assert.InRange(cubes / Samples, -error * Math.Sqrt(15), error * Math.Sqrt(15));
        Assert.InRange(fourths / Samples, 3 - error * Math.Sqrt(96), 3 + error * Math.Sqrt(96));
        Assert.InRange(beyondTwo / (double)Samples, 0.0455 - error * 0.2084, 0.0455 + error * 0.2084);
    }

    [Fact]
    public void NextBelow_SmallCount_IsEvenToFiveStandardErrors()
    {
        var stream = new PhiloxStream(99, stream: 4);
        var counts = new int[7];
        for (var i = 0; i < Samples; i++)
            counts[stream.NextBelow(7)]++;
        var spread = 5 * Math.Sqrt(Samples * (1 / 7.0) * (6 / 7.0));
        Assert.All(counts, count => Assert.InRange(count, Samples / 7.0 - spread, Samples / 7.0 + spread));
    }

    [Fact]
    public void NextBelow_Zero_Throws()
    {
        var stream = new PhiloxStream(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextBelow(0));
    }

    [Fact]
    public void Streams_DifferingInOnePlace_ShareNoWord()
    {
        PhiloxStream[] streams = [new(1), new(2), new(1, generation: 1), new(1, member: 1), new(1, stream: 1)];
        var words = new HashSet<ulong>();
        for (var i = 0; i < streams.Length; i++)
        {
            for (var draw = 0; draw < 100; draw++)
                Assert.True(words.Add(streams[i].NextUInt64()));
        }
    }
}
