namespace Gaia.Worlds.Tests.Golden;

/// <summary>A theory over worlds that it names, skipped where the golden folder in use lacks one of them.</summary>
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
