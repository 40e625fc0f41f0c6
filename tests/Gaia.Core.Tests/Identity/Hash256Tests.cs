using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;

namespace Gaia.Core.Tests.Identity;

public sealed class Hash256Tests
{
    private static readonly Arbitrary<byte[]> Bytes =
        Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), Hash256.ByteLength).ToArbitrary();

    [Fact]
    public void Sha256_OfAbc_IsThePublishedDigest() =>
        Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            Hash256.Sha256("abc"u8).ToHex());

    [Fact]
    public void Default_IsZero()
    {
        Assert.True(default(Hash256).IsZero);
        Assert.Equal(new string('0', 64), default(Hash256).ToHex());
        Assert.Equal(256, default(Hash256).LeadingZeroCount);
    }

    [Fact]
    public void Text_OfAnyHash_RoundTripsInHexAndBase32() => Check.QuickThrowOnFailure(Prop.ForAll(Bytes, bytes =>
    {
        var hash = Hash256.FromBytes(bytes);
        return hash.ToArray().SequenceEqual(bytes)
            && Hash256.TryParseHex(hash.ToHex(), out var fromHex) && fromHex == hash
            && Hash256.TryParseHex(hash.ToHex().ToUpperInvariant(), out var fromUpper) && fromUpper == hash
            && Hash256.TryParseBase32(hash.ToBase32(), out var fromBase32) && fromBase32 == hash;
    }));

    [Fact]
    public void CompareTo_OfAnyTwo_IsTheOrderOfTheBytes() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Bytes, Bytes, (left, right) =>
        {
            left[0] = (byte)(left[0] & 1);
            right[0] = (byte)(right[0] & 1);
            var expected = Math.Sign(left.AsSpan().SequenceCompareTo(right));
            return Math.Sign(Hash256.FromBytes(left).CompareTo(Hash256.FromBytes(right))) == expected;
        }));

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(200)]
    [InlineData(255)]
    public void LeadingZeroCount_OfOneBit_IsItsPosition(int position)
    {
        var bytes = new byte[32];
        bytes[position / 8] = (byte)(0x80 >> (position % 8));
        Assert.Equal(position, Hash256.FromBytes(bytes).LeadingZeroCount);
    }

    [Fact]
    public void ToBase32_OfKnownBytes_MatchesRfc4648()
    {
        var bytes = new byte[32];
        "foobar"u8.CopyTo(bytes);
        Assert.Equal("mzxw6ytboi" + new string('a', 42), Hash256.FromBytes(bytes).ToBase32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    public void Rejects_TextThatIsNotHex(string text)
    {
        Assert.False(Hash256.TryParseHex(text, out var hash));
        Assert.True(hash.IsZero);
    }

    [Theory]
    [InlineData('b')]
    [InlineData('1')]
    [InlineData('A')]
    [InlineData('\u00e4')]
    public void Rejects_Base32WithForeignOrTrailingBits(char last)
    {
        var text = new string('a', 51) + last;
        Assert.False(Hash256.TryParseBase32(text, out _));
    }

    [Fact]
    public void Rejects_NullText()
    {
        Assert.False(Hash256.TryParseHex((string?)null, out _));
        Assert.False(NodeId.TryParse((string?)null, out _));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void FromBytes_WrongLength_Throws(int length)
    {
        Assert.Throws<ArgumentException>(() => Hash256.FromBytes(new byte[length]));
        Assert.False(Hash256.TryFromBytes(new byte[length], out _));
    }

    [Fact]
    public void CopyTo_TooShort_Throws() =>
        Assert.Throws<ArgumentException>(() => default(Hash256).CopyTo(new byte[31]));
}
