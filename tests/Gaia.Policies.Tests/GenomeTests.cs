using FsCheck;
using FsCheck.Fluent;

namespace Gaia.Policies.Tests;

public sealed class GenomeTests
{
    private static readonly MlpLayout Small = Samples.Layout(3, [2], 2);

    private static readonly float[] SmallGenome =
        [0.5f, -1.25f, 0f, 3e-40f, 1f, -2f, 0.125f, 7.5f, -0.1f, 0.2f, -0.3f, 0.4f, 1e30f, -1e-30f];

    [Fact]
    public void IdOf_AGenome_IsTheOneAnybodyComputes() =>
        // SHA-256("gaia/genome/1" || layout hash || little-endian float32), computed by another program.
        Assert.Equal(
            "b53e46942f9efc19b76f73cedb90640cfb458acec9f72e2232d499279ef76e62",
            Genome.IdOf(Small, SmallGenome).ToString());

    [Fact]
    public void IdOf_NegativeZero_IsThatOfZero()
    {
        float[] negative = [.. SmallGenome];
        negative[2] = -0f;
        Assert.Equal(Genome.IdOf(Small, SmallGenome), Genome.IdOf(Small, negative));
        Assert.Equal(Genome.ToBytes(SmallGenome), Genome.ToBytes(negative));
    }

    [Fact]
    public void IdOf_OtherBitsOrLayout_Differs()
    {
        float[] nudged = [.. SmallGenome];
        nudged[^1] = MathF.BitIncrement(nudged[^1]);
        var ids = new[]
        {
            Genome.IdOf(Small, SmallGenome),
            Genome.IdOf(Small, nudged),
            Genome.IdOf(Samples.Layout(3, [2], 2, Activation.Relu), SmallGenome),
        };
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void IdOf_GenomeLongerThanOneChunk_IsTheHashOfAllOfIt()
    {
        var layout = Samples.Layout(40, [40], 4);
        var genome = Samples.Values(layout.ParameterCount, 3);
        Span<byte> preimage = new byte[13 + 32 + (layout.ParameterCount * 4)];
        "gaia/genome/1"u8.CopyTo(preimage);
        layout.Hash.CopyTo(preimage[13..]);
        Genome.ToBytes(genome).CopyTo(preimage[45..]);
        Assert.Equal(Gaia.Core.Identity.Hash256.Sha256(preimage), Genome.IdOf(layout, genome).Value);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Rejects_ValuesThatAreNotFinite(float value)
    {
        float[] genome = [.. SmallGenome];
        genome[7] = value;
        Assert.False(Genome.IsFinite(genome));
        Assert.Throws<ArgumentException>(() => Genome.IdOf(Small, genome));
        Assert.Throws<ArgumentException>(() => Genome.ToBytes(genome));

        var bytes = Genome.ToBytes(SmallGenome);
        BitConverter.GetBytes(value).CopyTo(bytes, 7 * 4);
        Assert.False(Genome.TryFromBytes(Small, bytes, out var read));
        Assert.Empty(read);
    }

    [Fact]
    public void Rejects_BytesWithNegativeZero_BecauseAGenomeHasOneForm()
    {
        var bytes = Genome.ToBytes(SmallGenome);
        bytes[(2 * 4) + 3] = 0x80;
        Assert.False(Genome.TryFromBytes(Small, bytes, out _));
    }

    [Fact]
    public void Rejects_LengthsThatDoNotFit()
    {
        Assert.Throws<ArgumentException>(() => Genome.IdOf(Small, SmallGenome.AsSpan(1)));
        Assert.False(Genome.TryFromBytes(Small, [], out _));
        Assert.False(Genome.TryFromBytes(Small, new byte[(14 * 4) - 1], out _));
        Assert.False(Genome.TryFromBytes(Small, new byte[(14 * 4) + 1], out _));
        Assert.True(Genome.TryFromBytes(Small, new byte[14 * 4], out _));
    }

    [Fact]
    public void Bytes_OfAnyFiniteGenome_RoundTripButForTheSignOfZero() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            var genome = Samples.FiniteBits(Small.ParameterCount, seed);
            var isRead = Genome.TryFromBytes(Small, Genome.ToBytes(genome), out var read);
            var expected = genome.Select(value => value == 0f ? 0f : value).ToArray();
            return isRead && Samples.Bits(read).SequenceEqual(Samples.Bits(expected))
                && Genome.IdOf(Small, read) == Genome.IdOf(Small, genome);
        }));
}
