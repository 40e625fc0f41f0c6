using Gaia.Core.Identity;

namespace Gaia.Policies;

/// <summary>What a swarm knows about a policy it exports: the "gaia" object of a policy file.</summary>
public sealed record PolicyOrigin
{
    /// <summary>The task it was trained on.</summary>
    public TaskId? TaskId { get; init; }

    /// <summary>Its id as an elite; a file whose genome has another id is refused.</summary>
    public EliteId? EliteId { get; init; }

    /// <summary>Mean return on its 100 held-out episodes, in reward units.</summary>
    public double? Score { get; init; }

    /// <summary>The node that found it.</summary>
    public NodeId? Node { get; init; }
}
