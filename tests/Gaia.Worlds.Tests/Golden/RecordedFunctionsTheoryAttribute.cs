namespace Gaia.Worlds.Tests.Golden;

/// <summary>A theory over the recorded BBOB functions, skipped where another golden folder lacks them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedFunctionsTheoryAttribute : TheoryAttribute
{
    public RecordedFunctionsTheoryAttribute()
    {
        if (GoldenFolder.IsOther && !GoldenFunction.IsRecorded)
            Skip = "No recorded BBOB functions";
    }
}
