namespace Gaia.Worlds.Tests.Golden;

/// <summary>A fact that is skipped, naming them, while recorded worlds are not built yet.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnbuiltWorldsFactAttribute : FactAttribute
{
    public UnbuiltWorldsFactAttribute()
    {
        string[] waiting =
        [
            .. GoldenFolder.Worlds
                .Where(world => !GoldenFolder.IsBuilt(world))
                .Select(world => $"{world} ({GoldenFolder.Episodes(world).Count} episodes)"),
        ];
        if (waiting.Length > 0)
            Skip = "Recorded, but not built yet: " + string.Join(", ", waiting);
    }
}
