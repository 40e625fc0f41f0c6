using Gaia.Islands.Ports;
using Gaia.Islands.Tasks;

namespace Gaia.Node.Tasks;

/// <summary>What the islands' thread is to do about one task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Resume">Where an earlier process left it; null to begin.</param>
/// <param name="Meter">Counts the episodes.</param>
/// <param name="IsSolved">The island rests.</param>
/// <param name="IsHeld">The island waits: whether the task is solved already is being found out.</param>
internal sealed record TaskOrder(
    TaskDefinition Task, RunRecord? Resume, EpisodeMeter Meter, bool IsSolved, bool IsHeld = false);
