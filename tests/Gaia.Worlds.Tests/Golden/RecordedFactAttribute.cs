namespace Gaia.Worlds.Tests.Golden;

/// <summary>A fact about a world's recordings, skipped where another golden folder has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedFactAttribute : FactAttribute
{
    public RecordedFactAttribute(string world)
    {
        World = world;
        Skip = GoldenFolder.WhyMissing(world);
    }

    public string World { get; }
}
