namespace Gaia.Worlds.Tests.Physics;

/// <summary>A fact about what happens after an assertion has failed, which debug builds do not live to see.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReleaseFactAttribute : FactAttribute
{
#if DEBUG
    public ReleaseFactAttribute() => Skip = "An assertion ends it in a debug build";
#endif
}
