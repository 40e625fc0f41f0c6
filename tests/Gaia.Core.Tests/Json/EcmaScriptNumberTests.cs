using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Json;

namespace Gaia.Core.Tests.Json;

public sealed class EcmaScriptNumberTests
{
    /// <summary>RFC 8785, appendix B: bits of a double and its text.</summary>
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Format_SampleOfTheRfc_IsItsText(ulong bits, string expected) =>
        Assert.Equal(expected, Format(BitConverter.UInt64BitsToDouble(bits)));

    [Theory]
    [InlineData(1, "1")]
    [InlineData(-10, "-10")]
    [InlineData(100, "100")]
    [InlineData(0.5, "0.5")]
    [InlineData(123.456, "123.456")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1e16, "10000000000000000")]
    [InlineData(123456789012345680000.0, "123456789012345680000")]
    [InlineData(1.25e21, "1.25e+21")]
    [InlineData(1e100, "1e+100")]
    public void Format_BordersOfTheForms_AreEcmaScripts(double value, string expected) =>
        Assert.Equal(expected, Format(value));

    [Fact]
    public void Format_AnyDouble_ReadsBackAndHasNoSuperfluousDigit() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).Two()
            .Select(halves => BitConverter.Int64BitsToDouble(((long)halves.Item1 << 32) ^ (uint)halves.Item2))
            .Where(double.IsFinite)
            .ToArbitrary(),
        value => double.Parse(Format(value)) == value
            && Format(value).Count(char.IsAsciiDigit) <= 17 + 5 + 3
            && Format(-value) == (value > 0 ? "-" + Format(value) : Format(value).TrimStart('-'))));

    private static string Format(double value)
    {
        Span<byte> buffer = stackalloc byte[EcmaScriptNumber.MaxBytes];
        return Encoding.ASCII.GetString(buffer[..EcmaScriptNumber.Format(value, buffer)]);
    }
}
