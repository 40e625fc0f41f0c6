using Gaia.Core.Numerics;

namespace Gaia.Core.Tests.Numerics;

/// <summary>A theory about the platform's sine and cosine, skipped where they are not the common C library's.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CommonLibraryTheoryAttribute : TheoryAttribute
{
    private static readonly bool IsCommon = OperatingSystem.IsLinux() && HasCommonFormula();

    public CommonLibraryTheoryAttribute() =>
        Skip = IsCommon ? null : "The platform's single-precision sine is not glibc's: its bits are not compared.";

    private static bool HasCommonFormula()
    {
        // Arguments whose correctly rounded sine is another one: only the library's own formula gives its bits.
        var differing = 0;
        for (var bits = 0x3F800000u; bits < 0x3F880000; bits++)
        {
            var x = BitConverter.UInt32BitsToSingle(bits);
            differing += MathF.Sin(x).Equals((float)StrictMath.Sin((double)x)) ? 0 : 1;
        }

        return differing > 100;
    }
}
