namespace Gaia.Overlay.Peers;

/// <summary>What a node says about its machine: a hint for people and schedulers, never trusted.</summary>
public sealed record NodeCapabilities
{
    /// <summary>Longest text of one capability, in characters.</summary>
    public const int MaximumTextLength = 64;

    /// <summary>Nothing said.</summary>
    public static NodeCapabilities Unknown { get; } = new();

    /// <summary>Logical processors that the node may use; 0 is unknown.</summary>
    public int Cores { get; init; }

    /// <summary>Widest vector instruction set, such as <c>avx2</c>; empty is unknown.</summary>
    public string Simd { get; init; } = "";

    /// <summary>Name of the GPU; empty is none.</summary>
    public string Gpu { get; init; } = "";

    /// <summary>Memory that the node may use, in bytes; 0 is unknown.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Measured episodes of its current task a second; 0 is unknown.</summary>
    public double EvaluationsPerSecond { get; init; }
}
