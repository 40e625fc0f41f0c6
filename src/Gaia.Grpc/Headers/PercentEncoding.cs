using System.Text;

namespace Gaia.Grpc.Headers;

/// <summary>The text form of <c>grpc-message</c>.</summary>
/// <remarks>gRPC over HTTP/2, "Status-Message": UTF-8, every byte outside 0x20-0x7E and <c>%</c> itself as
/// <c>%XX</c>. A decoder must never fail: what is no valid escape stays as it is.</remarks>
internal static class PercentEncoding
{
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Encodes text, cut to a number of UTF-8 bytes at a character's border.</summary>
    /// <param name="text">Any text; a lone surrogate becomes U+FFFD.</param>
    /// <param name="maxBytes">UTF-8 bytes kept, at least 4.</param>
    public static string Encode(string text, int maxBytes = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 4);
        if (text.Length <= maxBytes && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains('%'))
            return text;
        ReadOnlySpan<byte> bytes = Cut(Encoding.UTF8.GetBytes(text), maxBytes);
        var encoded = new StringBuilder(bytes.Length + 16);
        foreach (byte b in bytes)
        {
            if (b is >= 0x20 and <= 0x7E and not (byte)'%')
                encoded.Append((char)b);
            else
                encoded.Append('%').Append(HexDigits[b >> 4]).Append(HexDigits[b & 15]);
        }

        return encoded.ToString();
    }

    /// <summary>Decodes text; never fails.</summary>
    public static string Decode(string encoded)
    {
        if (!encoded.Contains('%'))
            return encoded;
        byte[] raw = Encoding.UTF8.GetBytes(encoded);
        int length = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            bool escape = raw[i] == '%' && i + 2 < raw.Length
                && char.IsAsciiHexDigit((char)raw[i + 1]) && char.IsAsciiHexDigit((char)raw[i + 2]);
            raw[length++] = escape ? (byte)((Hex(raw[i + 1]) << 4) | Hex(raw[i + 2])) : raw[i];
            if (escape)
                i += 2;
        }

        return Encoding.UTF8.GetString(raw, 0, length);
    }

    private static ReadOnlySpan<byte> Cut(byte[] utf8, int maxBytes)
    {
        if (utf8.Length <= maxBytes)
            return utf8;
        int end = maxBytes;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80)
            end--;
        return utf8.AsSpan(0, end);
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
