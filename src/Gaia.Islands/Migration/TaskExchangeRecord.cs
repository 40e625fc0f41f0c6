using Gaia.Core.Identity;

namespace Gaia.Islands.Migration;

/// <summary>Counters of one task that this node takes part in, since it joined.</summary>
/// <param name="Task">The task.</param>
/// <param name="Sent">Elites of this node that were announced.</param>
/// <param name="Accepted">Elites of others, re-evaluated and found as announced.</param>
/// <param name="Rejected">Announcements and elites of others that were refused.</param>
public sealed record TaskExchangeRecord(TaskId Task, long Sent = 0, long Accepted = 0, long Rejected = 0);
