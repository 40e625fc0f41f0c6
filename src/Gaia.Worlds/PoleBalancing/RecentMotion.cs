using System.Runtime.CompilerServices;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>How much moved in each of the last 100 balanced steps, the latest last.</summary>
/// <remarks>
/// The values move up by one place a step, so that lanes whose episodes began at different times share every index.
/// </remarks>
[InlineArray(Steps)]
internal struct RecentMotion<TReal>
    where TReal : unmanaged
{
    public const int Steps = 100;

    private TReal _first;
}
