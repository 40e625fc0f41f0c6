using System.Buffers;
using Gaia.Grpc.Framing;

namespace Gaia.Grpc.Tests.Framing;

public sealed class FrameFormatTests
{
    [Fact]
    public void TryRead_FrameSplitAtEveryByte_IsIncompleteUntilWhole()
    {
        byte[] frame = [0, 0, 0, 0, 3, 7, 8, 9];
        for (int length = 0; length < frame.Length; length++)
        {
            var buffer = new ReadOnlySequence<byte>(frame, 0, length);
            Assert.Equal(FrameVerdict.Incomplete, FrameFormat.TryRead(ref buffer, 100, out _, out _));
            Assert.Equal(length, buffer.Length);
        }
    }

    [Fact]
    public void TryRead_TwoSegmentsJoinedAtEveryByte_YieldsPayloadAndRest()
    {
        byte[] frame = [1, 0, 0, 0, 3, 7, 8, 9, 0xAA];
        for (int cut = 0; cut <= frame.Length; cut++)
        {
            ReadOnlySequence<byte> buffer = Segment.Join(frame[..cut], frame[cut..]);
            Assert.Equal(
                FrameVerdict.Message,
                FrameFormat.TryRead(ref buffer, 3, out bool compressed, out ReadOnlySequence<byte> payload));
            Assert.True(compressed);
            Assert.Equal([7, 8, 9], payload.ToArray());
            Assert.Equal([0xAA], buffer.ToArray());
        }
    }

    [Fact]
    public void TryRead_LengthOverLimit_IsRefusedFromHeaderAlone()
    {
        var buffer = new ReadOnlySequence<byte>([0, 0, 0, 0, 4]);
        Assert.Equal(FrameVerdict.TooLarge, FrameFormat.TryRead(ref buffer, 3, out _, out _));
    }

    [Fact]
    public void TryRead_LengthOf4GiB_IsRefused()
    {
        var buffer = new ReadOnlySequence<byte>([0, 0xFF, 0xFF, 0xFF, 0xFF]);
        Assert.Equal(FrameVerdict.TooLarge, FrameFormat.TryRead(ref buffer, int.MaxValue, out _, out _));
    }

    [Fact]
    public void TryRead_UnknownFlag_IsRefusedFromFirstByte()
    {
        for (int flag = 2; flag < 256; flag++)
        {
            var buffer = new ReadOnlySequence<byte>([(byte)flag]);
            Assert.Equal(FrameVerdict.BadFlag, FrameFormat.TryRead(ref buffer, 3, out _, out _));
        }
    }

    [Fact]
    public void TryRead_EmptyPayload_IsAMessage()
    {
        var buffer = new ReadOnlySequence<byte>([0, 0, 0, 0, 0]);
        FrameVerdict verdict = FrameFormat.TryRead(ref buffer, 1, out _, out ReadOnlySequence<byte> payload);
        Assert.Equal(FrameVerdict.Message, verdict);
        Assert.True(payload.IsEmpty);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Join(byte[] first, byte[] second)
        {
            var head = new Segment { Memory = first };
            var tail = new Segment { Memory = second, RunningIndex = first.Length };
            head.Next = tail;
            return new ReadOnlySequence<byte>(head, 0, tail, second.Length);
        }
    }
}
