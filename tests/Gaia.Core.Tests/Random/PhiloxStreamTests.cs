using Gaia.Core.Random;

namespace Gaia.Core.Tests.Random;

public sealed class PhiloxStreamTests
{
    private const int Samples = 200_000;

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
