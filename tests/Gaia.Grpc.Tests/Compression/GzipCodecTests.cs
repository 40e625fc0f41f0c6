using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Framing;

namespace Gaia.Grpc.Tests.Compression;

public sealed class GzipCodecTests
{
    [Fact]
    public void Decompress_OfCompress_IsThePayload() => Prop.ForAll<byte[]>(payload =>
    {
        using PooledBuffer plain = new();
        return GzipCodec.Decompress(Pack(payload), payload.Length, plain) == GzipVerdict.Done
            && plain.WrittenSpan.SequenceEqual(payload);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decompress_TruncatedAtEveryByte_IsMalformed()
    {
        byte[] packed = Pack([.. Enumerable.Range(0, 300).Select(i => (byte)(i * i))]).ToArray();
        for (int length = 1; length < packed.Length; length++)
        {
            using PooledBuffer plain = new();
            Assert.Equal(
                GzipVerdict.Malformed,
                GzipCodec.Decompress(new ReadOnlySequence<byte>(packed, 0, length), 10_000, plain));
        }
    }

    [Fact]
    public void Decompress_OneByteOverLimit_IsTooLargeAndStopsThere()
    {
        using PooledBuffer plain = new();
        Assert.Equal(GzipVerdict.TooLarge, GzipCodec.Decompress(Pack(new byte[5_000_000]), 4_999, plain));
        Assert.Equal(5_000, plain.Length);
    }

    private static ReadOnlySequence<byte> Pack(byte[] payload)
    {
        using PooledBuffer packed = new();
        GzipCodec.Compress(payload, packed);
        return new ReadOnlySequence<byte>(packed.Written.ToArray());
    }
}
