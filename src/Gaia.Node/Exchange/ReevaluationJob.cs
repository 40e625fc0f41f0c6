using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Tasks;
using Gaia.Node.Tasks;

namespace Gaia.Node.Exchange;

/// <summary>An elite to re-evaluate.</summary>
/// <param name="Task">Its task.</param>
/// <param name="Body">The genome, and what its server says about it.</param>
/// <param name="Meter">Counts the episodes.</param>
/// <param name="Pull">The announcement to check; null for an elite of this node's store, whose second set is asked for.
/// </param>
/// <param name="ServedBy">Who sent the body.</param>
internal sealed record ReevaluationJob(
    TaskDefinition Task, Elite Body, EpisodeMeter Meter, PullJob.OfElite? Pull, NodeId ServedBy);
