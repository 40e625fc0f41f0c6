namespace Gaia.Evaluation.Tests.Golden;

/// <summary>A fact that is skipped, naming them, while worlds of recorded policies are not built yet.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnbuiltPoliciesFactAttribute : FactAttribute
{
    public UnbuiltPoliciesFactAttribute()
    {
        string[] waiting = [.. GoldenFolder.PolicyNames.Where(name => !GoldenFolder.IsBuilt(name))];
        if (waiting.Length > 0)
            Skip = "Recorded, but their worlds are not built yet: " + string.Join(", ", waiting);
    }
}
