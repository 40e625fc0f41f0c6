using System.Diagnostics;
using System.Globalization;

namespace Gaia.Core.Json;

/// <summary>Prints a double as ECMAScript's <c>Number.prototype.toString</c> does.</summary>
/// <remarks>
/// ECMA-262, section 6.1.6.1.20, to which RFC 8785 section 3.2.2.3 refers: the fewest digits that read back as the same
/// double, as an integer or decimal from 1e-6 up to 1e21, with an exponent outside.
/// </remarks>
internal static class EcmaScriptNumber
{
    /// <summary>Room that the longest number needs: sign, 17 digits, point, leading zeros or exponent.</summary>
    public const int MaxBytes = 32;

    private const int MaxDigits = 17;
    private const int LargestPlainExponent = 21;
    private const int SmallestPlainExponent = -6;

    /// <summary>Writes the number; returns the bytes used.</summary>
    /// <param name="value">Finite.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/>.</param>
    public static int Format(double value, Span<byte> destination)
    {
        Debug.Assert(double.IsFinite(value), "JSON has no other numbers.");
        if (value == 0)
        {
            destination[0] = (byte)'0';
            return 1;
        }

        Span<byte> digits = stackalloc byte[MaxDigits];
        var count = ShortestDigits(Math.Abs(value), digits, out var point);
        digits = digits[..count];

        var writer = new Writer(destination);
        if (value < 0)
            writer.Put((byte)'-');
        if (point > LargestPlainExponent || point <= SmallestPlainExponent)
        {
            writer.Put(digits[..1]);
            if (count > 1)
            {
                writer.Put((byte)'.');
                writer.Put(digits[1..]);
            }

            writer.PutExponent(point - 1);
        }
        else if (point <= 0)
        {
            writer.Put("0."u8);
            writer.PutZeros(-point);
            writer.Put(digits);
        }
        else if (point >= count)
        {
            writer.Put(digits);
            writer.PutZeros(point - count);
        }
        else
        {
            writer.Put(digits[..point]);
            writer.Put((byte)'.');
            writer.Put(digits[point..]);
        }

        return writer.Written;
    }

    /// <summary>value = 0.d1 d2 d3 ... * 10^point, without zeros at either end.</summary>
    private static int ShortestDigits(double value, Span<byte> digits, out int point)
    {
        Span<byte> text = stackalloc byte[MaxBytes];
        var formatted = value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        Debug.Assert(formatted, "The shortest form has at most 24 characters.");
        text = text[..length];

        point = 0;
        var exponentAt = text.IndexOf((byte)'E');
        if (exponentAt >= 0)
        {
            point = int.Parse(text[(exponentAt + 1)..], CultureInfo.InvariantCulture);
            text = text[..exponentAt];
        }

        var pointAt = text.IndexOf((byte)'.');
        point += pointAt >= 0 ? pointAt : text.Length;

        var count = 0;
        foreach (var character in text)
        {
            if (character == '.')
                continue;
            if (character == '0' && count == 0)
            {
                point--;
                continue;
            }

            // A whole number may end in more zeros than there is room for digits; they carry nothing.
            if (count < MaxDigits)
                digits[count++] = character;
        }

        while (digits[count - 1] == '0')
            count--;
        return count;
    }

    private ref struct Writer(Span<byte> destination)
    {
        private readonly Span<byte> _destination = destination;

        public int Written { get; private set; }

        public void Put(byte character) => _destination[Written++] = character;

        public void Put(scoped ReadOnlySpan<byte> characters)
        {
            characters.CopyTo(_destination[Written..]);
            Written += characters.Length;
        }

        public void PutZeros(int count)
        {
            for (var i = 0; i < count; i++)
                Put((byte)'0');
        }

        public void PutExponent(int exponent)
        {
            Put((byte)'e');
            Put(exponent < 0 ? (byte)'-' : (byte)'+');
            var digits = Math.Abs(exponent);
            digits.TryFormat(_destination[Written..], out var length, default, CultureInfo.InvariantCulture);
            Written += length;
        }
    }
}
