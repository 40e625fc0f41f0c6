using Gaia.Core.Results;
using Gaia.Protocol.Tasks;

namespace Gaia.Node.Tasks;

/// <summary>What came of a wish to publish a task.</summary>
internal abstract record PublishOutcome
{
    private PublishOutcome()
    {
    }

    /// <summary>Durable here and on its way to the swarm.</summary>
    public sealed record Published(SignedTask Task) : PublishOutcome;

    /// <summary>The manifest breaks a rule that only this node can see.</summary>
    public sealed record Invalid(ValidationError Error) : PublishOutcome;

    /// <summary>It is too large once signed.</summary>
    public sealed record TooLarge(string Message) : PublishOutcome;

    /// <summary>The last one was published too short a while ago.</summary>
    public sealed record TooSoon(TimeSpan RetryAfter) : PublishOutcome;

    /// <summary>The node takes part in as many tasks as it may.</summary>
    public sealed record Full(int Maximum) : PublishOutcome;

    /// <summary>The store did not take it; nothing was published.</summary>
    public sealed record NotStored : PublishOutcome;
}
