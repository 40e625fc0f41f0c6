using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Gaia.Cli.Bench;

/// <summary>The machine that a benchmark ran on: figures mean nothing without it.</summary>
internal sealed record MachineDescription(string Cpu, int Cores, string Simd, string Os, string Runtime)
{
    private const string CpuInfo = "/proc/cpuinfo";

    public static MachineDescription OfThis() => new(
        CpuName(), Environment.ProcessorCount, SimdName(), RuntimeInformation.OSDescription.Trim(),
        RuntimeInformation.FrameworkDescription);

    public override string ToString() => $"{Cpu}, {Cores} cores, {Simd}, {Os}, {Runtime}";

    private static string CpuName()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString();
        if (!File.Exists(CpuInfo)) return architecture;
        string? line = File.ReadLines(CpuInfo)
            .FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? architecture : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string SimdName()
    {
        if (Avx512F.IsSupported) return "AVX-512";
        if (Avx2.IsSupported) return "AVX2";
        return Sse42.IsSupported ? "SSE4.2" : "no SIMD of x86";
    }
}
