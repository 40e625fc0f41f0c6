namespace Gaia.Core.Identity;

/// <summary>Lower-case base32 without padding.</summary>
/// <remarks>RFC 4648 section 6, alphabet a-z2-7. Strict: one byte string has exactly one text.</remarks>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int BitsPerCharacter = 5;

    public static int EncodedLength(int byteLength) => (byteLength * 8 + BitsPerCharacter - 1) / BitsPerCharacter;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[EncodedLength(bytes.Length)];
        var written = 0;
        uint buffer = 0;
        var buffered = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            buffered += 8;
            while (buffered >= BitsPerCharacter)
            {
                buffered -= BitsPerCharacter;
                text[written++] = Alphabet[(int)(buffer >> buffered) & 31];
            }
        }

        if (buffered > 0)
            text[written] = Alphabet[(int)(buffer << (BitsPerCharacter - buffered)) & 31];
        return new string(text);
    }

    /// <summary>False for a wrong length, a foreign character, or set bits after the last byte.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        if (text.Length != EncodedLength(bytes.Length))
            return false;

        var written = 0;
        uint buffer = 0;
        var buffered = 0;
        foreach (var character in text)
        {
            var digit = Digit(character);
            if (digit < 0)
                return false;
            buffer = (buffer << BitsPerCharacter) | (uint)digit;
            buffered += BitsPerCharacter;
            if (buffered < 8)
                continue;
            buffered -= 8;
            bytes[written++] = (byte)(buffer >> buffered);
        }

        return (buffer & ((1u << buffered) - 1)) == 0;
    }

    private static int Digit(char character) => character switch
    {
        >= 'a' and <= 'z' => character - 'a',
        >= '2' and <= '7' => character - '2' + 26,
        _ => -1,
    };
}
