namespace Gaia.Evaluation.Tests.Worlds;

/// <summary>State of <see cref="DriftWorld"/>.</summary>
internal struct DriftState
{
    public uint Seed;
    public uint Steps;
    public float Position;
}
