namespace Gaia.Worlds.Tests.Golden;

/// <summary>A fact about what tests/golden holds, skipped where another golden folder is in use.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OwnRecordingsFactAttribute : FactAttribute
{
    public OwnRecordingsFactAttribute()
    {
        if (GoldenFolder.IsOther)
            Skip = "Another folder of recordings is in use";
    }
}
