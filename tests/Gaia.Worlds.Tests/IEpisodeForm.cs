namespace Gaia.Worlds.Tests;

/// <summary>One episode after the other in one form of a world.</summary>
internal interface IEpisodeForm
{
    WorldInfo Info { get; }

    void Reset(uint seed, Span<float> observation);

    Transition Step(in WorldAction action, Span<float> observation);
}
