namespace Gaia.Worlds.Tests.Golden;

/// <summary>A theory over worlds that it names, skipped where another golden folder lacks one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedTheoryAttribute : TheoryAttribute
{
    public RecordedTheoryAttribute(params string[] worlds)
    {
        Worlds = worlds;
        Skip = GoldenFolder.WhyMissing(worlds);
    }

    public string[] Worlds { get; }
}
