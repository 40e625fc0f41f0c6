using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;

namespace Gaia.Core.Tests.Identity;

public sealed class DistanceTests
{
    private static readonly Arbitrary<NodeId> Ids =
        Gen.Choose(0, int.MaxValue)
            .SelectMany(seed => Gen.Choose(0, 256).Select(prefix => Make(seed, prefix)))
            .ToArbitrary();

    [Fact]
    public void Xor_IsAMetric() => Check.QuickThrowOnFailure(Prop.ForAll(Ids, Ids, Ids, (a, b, c) =>
        Distance.Xor(a, b) == Distance.Xor(b, a)
        && Distance.Xor(a, b).IsZero == (a == b)
        && Number(Distance.Xor(a, c)) <= Number(Distance.Xor(a, b)) + Number(Distance.Xor(b, c))));

    [Fact]
    public void BucketIndex_IsTheLogarithmOfTheDistance() => Check.QuickThrowOnFailure(Prop.ForAll(Ids, Ids, (a, b) =>
        Distance.BucketIndex(a, b) == (a == b ? -1 : (int)Number(a.XorDistance(b)).GetBitLength() - 1)
        && Distance.CommonPrefixLength(a, b) == 255 - Distance.BucketIndex(a, b)));

    [Fact]
    public void Compare_IsTheOrderOfDistances() => Check.QuickThrowOnFailure(Prop.ForAll(Ids, Ids, Ids, (t, a, b) =>
        Math.Sign(Distance.Compare(t, a, b))
            == Number(Distance.Xor(t, a)).CompareTo(Number(Distance.Xor(t, b)))));

    [Fact]
    public void CompareTo_SortsAsNumbers()
    {
        var ids = Enumerable.Range(0, 64).Select(seed => Make(seed, 0)).ToArray();
        var sorted = ids.Order().Select(id => Number(id.Value)).ToArray();
        Assert.Equal(sorted.Order(), sorted);
    }

    private static BigInteger Number(Hash256 hash) => new(hash.ToArray(), isUnsigned: true, isBigEndian: true);

    /// <summary>An id with a run of zero bits in front, so that near neighbours occur as well.</summary>
    private static NodeId Make(int seed, int zeroBits)
    {
        var number = Number(Hash256.Sha256(BitConverter.GetBytes(seed))) >> zeroBits;
        var bytes = new byte[32];
        number.TryWriteBytes(bytes.AsSpan(32 - number.GetByteCount(isUnsigned: true)), out _, true, true);
        return new NodeId(Hash256.FromBytes(bytes));
    }
}
