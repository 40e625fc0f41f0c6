using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;

namespace Gaia.Protocol.Signing;

public sealed class P256KeyTests
{
    [Fact]
    public void TryExpand_CompressedKey_GivesTheKeyBack()
    {
        for (var i = 0; i < 40; i++)
        {
            using var signer = new TestSigner();
            var compressed = P256Key.Compress(signer.PublicKey.Span);
            Assert.Equal(P256Key.CompressedLength, compressed.Length);
            Assert.True(P256Key.TryExpand(compressed, out var expanded));
            Assert.Equal(signer.PublicKey.ToArray(), expanded);
            Assert.True(P256Key.IsCanonical(expanded));
        }
    }

    /// <summary>RFC 6979 appendix A.2.5: key, and signature of "sample" with SHA-256.</summary>
    [Fact]
    public void Verify_PublishedVector_HoldsInItsLowForm()
    {
        var point = Convert.FromHexString(
            "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
            + "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299");
        var compressed = (byte[])[(byte)(2 + (point[63] & 1)), .. point[..32]];
        Assert.True(P256Key.TryExpand(compressed, out var key));
        Assert.Equal(point, key[27..]);

        var signature = Convert.FromHexString(
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
            + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
        var digest = Hash256.Sha256(Encoding.ASCII.GetBytes("sample"));
        Assert.False(P256Key.Verify(key, digest, signature), "The published form is the high one.");
        P256Key.MakeLow(signature);
        Assert.True(P256Key.Verify(key, digest, signature));
        Assert.False(P256Key.Verify(key, Hash256.Sha256([1]), signature));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(34)]
    public void TryExpand_WrongLength_IsFalse(int length) =>
        Assert.False(P256Key.TryExpand(new byte[length], out _));

    [Fact]
    public void TryExpand_CoordinateBeyondThePrime_IsFalse()
    {
        var compressed = new byte[P256Key.CompressedLength];
        compressed.AsSpan().Fill(0xff);
        compressed[0] = 2;
        Assert.False(P256Key.TryExpand(compressed, out _));
    }

    [Fact]
    public void TryExpand_AnyBytes_GivesAPointOfTheCurveOrFalse() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var compressed = (byte[])[2, .. SHA256.HashData(bytes)];
            if (!P256Key.TryExpand(compressed, out var key))
                return true;
            // Half of all coordinates are on the curve; the platform agrees about those.
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(key, out var read);
            return read == key.Length && P256Key.Compress(key).AsSpan().SequenceEqual(compressed);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void IsCanonical_PointOffTheCurve_IsFalse()
    {
        using var signer = new TestSigner();
        var key = signer.PublicKey.ToArray();
        key[60] ^= 1;
        Assert.False(P256Key.IsCanonical(key));
        Assert.Throws<ArgumentException>(() => P256Key.Compress(key));
    }

    [Fact]
    public void MakeLow_AnySignature_StillVerifiesInOneFormOnly()
    {
        using var signer = new TestSigner();
        var order = BigInteger.Parse(
            "0ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
            System.Globalization.NumberStyles.AllowHexSpecifier);
        for (var i = 0; i < 20; i++)
        {
            var digest = Hash256.Sha256(BitConverter.GetBytes(i));
            var signature = new byte[64];
            signer.Sign(digest, signature);
            P256Key.MakeLow(signature);
            Assert.True(P256Key.Verify(signer.PublicKey.Span, digest, signature));

            var s = order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
            var other = s.ToByteArray(isUnsigned: true, isBigEndian: true);
            signature.AsSpan(32).Clear();
            other.CopyTo(signature.AsSpan(64 - other.Length));
            Assert.False(P256Key.Verify(signer.PublicKey.Span, digest, signature));
        }
    }
}
