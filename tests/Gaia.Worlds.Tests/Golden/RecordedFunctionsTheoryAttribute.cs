namespace Gaia.Worlds.Tests.Golden;

/// <summary>A theory over the recorded BBOB functions, skipped where the golden folder in use lacks them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedFunctionsTheoryAttribute : TheoryAttribute
{
    public RecordedFunctionsTheoryAttribute()
    {
        if (!GoldenFunction.IsRecorded)
            Skip = "No recorded BBOB functions";
    }
}
