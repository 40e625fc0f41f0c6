using Gaia.Core.Identity;

namespace Gaia.Islands.Migration;

/// <summary>A score that re-evaluation proved false.</summary>
/// <param name="Task">The task.</param>
/// <param name="Elite">The elite.</param>
/// <param name="AnnouncedMicros">What its origin signed, in 1e-6 reward units.</param>
/// <param name="MeasuredMicros">What it scores; null where its returns make no score.</param>
/// <param name="Seen">When it was proved here.</param>
public sealed record FalseClaim(
    TaskId Task, EliteId Elite, long AnnouncedMicros, long? MeasuredMicros, DateTimeOffset Seen);
