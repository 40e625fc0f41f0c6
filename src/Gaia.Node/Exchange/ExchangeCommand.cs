using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Migration;
using Gaia.Islands.Tasks;
using Gaia.Node.Tasks;
using Gaia.Overlay.Broadcast;
using Gaia.Protocol.Links;
using Gaia.Protocol.Tasks;

namespace Gaia.Node.Exchange;

/// <summary>Everything that the exchange's loop can be told.</summary>
internal abstract record ExchangeCommand
{
    private ExchangeCommand()
    {
    }

    /// <summary>Judge a broadcast before it is forwarded; the verdict goes to the overlay.</summary>
    public sealed record Judge(BroadcastMessage Message, NodeId From) : ExchangeCommand;

    /// <summary>A peer tells what it has.</summary>
    public sealed record Offered(NodeId From, Inventory Inventory) : ExchangeCommand;

    /// <summary>An island of this node found an elite.</summary>
    /// <param name="Elite">The elite.</param>
    /// <param name="RescoreMicros">Its re-score, where its score reaches the task's.</param>
    public sealed record Found(Elite Elite, long? RescoreMicros) : ExchangeCommand;

    /// <summary>The body of an announced elite came.</summary>
    public sealed record Pulled(PullJob.OfElite Job, Elite Body, NodeId ServedBy) : ExchangeCommand;

    /// <summary>The body of an announced elite did not come.</summary>
    /// <param name="Job">The pull.</param>
    /// <param name="OriginLacksIt">The very node that announced it says that it does not have it.</param>
    public sealed record PullFailed(PullJob.OfElite Job, bool OriginLacksIt) : ExchangeCommand;

    /// <summary>A task came.</summary>
    public sealed record TaskPulled(SignedTask Task) : ExchangeCommand;

    /// <summary>A task did not come.</summary>
    public sealed record TaskPullFailed(TaskId Task) : ExchangeCommand;

    /// <summary>An elite was re-evaluated.</summary>
    /// <param name="Job">What was asked.</param>
    /// <param name="Verdict">What came of its held-out episodes.</param>
    /// <param name="RescoreMicros">What came of its second set, where the first reaches the task's score.</param>
    public sealed record Verified(ReevaluationJob Job, Verdict Verdict, long? RescoreMicros) : ExchangeCommand;

    /// <summary>An elite of an earlier process was scored on its second set.</summary>
    public sealed record Rescored(Elite Elite, long? RescoreMicros) : ExchangeCommand;

    /// <summary>A user publishes a task.</summary>
    public sealed record Publish(TaskDefinition Task, TaskCompletionSource<PublishOutcome> Outcome) : ExchangeCommand;

    /// <summary>A second has passed.</summary>
    public sealed record Tick : ExchangeCommand;
}
