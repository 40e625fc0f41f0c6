using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Gaia.Core.Identity;

namespace Gaia.Protocol.Signing;

/// <summary>A public key of NIST P-256 in its three forms: SubjectPublicKeyInfo, compressed point, ECDSA.</summary>
/// <remarks>
/// SEC 1 v2 section 2.3 (points), RFC 5480 (SubjectPublicKeyInfo), SP 800-186 section 3.2.1.3 (constants). p = 3 mod 4,
/// so that a square root is one power: y = (x^3 - 3x + b)^((p+1)/4). Public data only: nothing here is constant-time.
/// </remarks>
public static class P256Key
{
    /// <summary>Length of a compressed point, in bytes.</summary>
    public const int CompressedLength = 33;

    /// <summary>Length of a SubjectPublicKeyInfo with an uncompressed point, in bytes.</summary>
    public const int SubjectPublicKeyInfoLength = 91;

    /// <summary>Length of a signature, in bytes.</summary>
    public const int SignatureLength = 64;

    private const int FieldLength = 32;

    private static readonly BigInteger Prime = Hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly BigInteger B = Hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static readonly BigInteger Order = Hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static readonly BigInteger HalfOrder = Order >> 1;
    private static readonly BigInteger RootExponent = (Prime + 1) / 4;

    // SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING { 04 ... } }
    private static ReadOnlySpan<byte> Prefix =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48,
        0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    /// <summary>The SubjectPublicKeyInfo of a compressed point; false where it is no point of the curve.</summary>
    public static bool TryExpand(ReadOnlySpan<byte> compressed, [NotNullWhen(true)] out byte[]? subjectPublicKeyInfo)
    {
        subjectPublicKeyInfo = null;
        if (compressed.Length != CompressedLength || compressed[0] is not (0x02 or 0x03))
            return false;
        var x = new BigInteger(compressed[1..], isUnsigned: true, isBigEndian: true);
        if (x >= Prime)
            return false;
        var square = RightSide(x);
        var y = BigInteger.ModPow(square, RootExponent, Prime);
        if (BigInteger.ModPow(y, 2, Prime) != square)
            return false;
        if (y.IsEven != (compressed[0] == 0x02))
            y = Prime - y;
        if (y == Prime)
            return false;

        subjectPublicKeyInfo = new byte[SubjectPublicKeyInfoLength];
        Prefix.CopyTo(subjectPublicKeyInfo);
        compressed[1..].CopyTo(subjectPublicKeyInfo.AsSpan(Prefix.Length));
        WriteField(y, subjectPublicKeyInfo.AsSpan(Prefix.Length + FieldLength));
        return true;
    }

    /// <summary>The compressed point of a SubjectPublicKeyInfo of P-256 in its canonical DER form.</summary>
    /// <exception cref="ArgumentException">It is not of that form, or no point of the curve.</exception>
    public static byte[] Compress(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        if (!IsCanonical(subjectPublicKeyInfo))
            throw new ArgumentException("Not a P-256 key in canonical form.", nameof(subjectPublicKeyInfo));
        var compressed = new byte[CompressedLength];
        compressed[0] = (byte)(2 + (subjectPublicKeyInfo[^1] & 1));
        subjectPublicKeyInfo.Slice(Prefix.Length, FieldLength).CopyTo(compressed.AsSpan(1));
        return compressed;
    }

    /// <summary>True for 91 bytes of DER that hold an uncompressed point of P-256.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        if (subjectPublicKeyInfo.Length != SubjectPublicKeyInfoLength || !subjectPublicKeyInfo.StartsWith(Prefix))
            return false;
        var point = subjectPublicKeyInfo[Prefix.Length..];
        var x = new BigInteger(point[..FieldLength], isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(point[FieldLength..], isUnsigned: true, isBigEndian: true);
        return x < Prime && y < Prime && BigInteger.ModPow(y, 2, Prime) == RightSide(x);
    }

    /// <summary>True where the signature (r || s, s in its low form) of the digest is the key's.</summary>
    /// <param name="subjectPublicKeyInfo">A canonical key.</param>
    /// <param name="digest">The SHA-256 of what was signed.</param>
    /// <param name="signature">64 bytes; anything else is false.</param>
    public static bool Verify(ReadOnlySpan<byte> subjectPublicKeyInfo, Hash256 digest, ReadOnlySpan<byte> signature) =>
        IsCanonical(subjectPublicKeyInfo) && VerifyCanonical(subjectPublicKeyInfo, digest, signature);

    /// <summary><see cref="Verify"/> for a key that is known to be canonical, because it was expanded here.</summary>
    internal static bool VerifyCanonical(
        ReadOnlySpan<byte> subjectPublicKeyInfo, Hash256 digest, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength || !IsLow(signature))
            return false;
        Span<byte> hash = stackalloc byte[Hash256.ByteLength];
        digest.CopyTo(hash);
        using var key = Import(subjectPublicKeyInfo);
        return key.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Replaces s by n - s where it is above n / 2.</summary>
    /// <remarks>Both forms verify, so a stranger could make a second valid envelope, with a second id, out of one that
    /// he forwards. Only the low form is accepted.</remarks>
    internal static void MakeLow(Span<byte> signature)
    {
        var s = new BigInteger(signature[FieldLength..], isUnsigned: true, isBigEndian: true);
        if (s > HalfOrder)
            WriteField(Order - s, signature[FieldLength..]);
    }

    /// <summary>The key for verifying.</summary>
    /// <param name="subjectPublicKeyInfo">A canonical key.</param>
    internal static ECDsa Import(ReadOnlySpan<byte> subjectPublicKeyInfo) => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint
        {
            X = subjectPublicKeyInfo.Slice(Prefix.Length, FieldLength).ToArray(),
            Y = subjectPublicKeyInfo[(Prefix.Length + FieldLength)..].ToArray(),
        },
    });

    private static bool IsLow(ReadOnlySpan<byte> signature) =>
        new BigInteger(signature[FieldLength..], isUnsigned: true, isBigEndian: true) <= HalfOrder;

    private static BigInteger RightSide(BigInteger x)
    {
        var value = ((x * x * x) - (3 * x) + B) % Prime;
        return value.Sign < 0 ? value + Prime : value;
    }

    private static void WriteField(BigInteger value, Span<byte> destination)
    {
        destination[..FieldLength].Clear();
        var length = value.GetByteCount(isUnsigned: true);
        var place = destination[(FieldLength - length)..FieldLength];
        value.TryWriteBytes(place, out _, isUnsigned: true, isBigEndian: true);
    }

    private static BigInteger Hex(string digits) =>
        BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
