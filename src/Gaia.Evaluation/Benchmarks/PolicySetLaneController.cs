using System.Collections.Immutable;
using Gaia.Evaluation.Lanes;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Benchmarks;

/// <summary>A few policies in turn, in every slot: episode k acts by policy k mod their number.</summary>
internal sealed class PolicySetLaneController(WorldLanes lanes, ImmutableArray<PolicyDocument> policies)
    : LaneController
{
    private readonly PolicyController _controller = new(lanes, policies[0].Layout);

    /// <inheritdoc/>
    public override void Begin(int slot, int episode)
    {
        var member = episode % policies.Length;
        _controller.Load(slot, member, policies[member].Genome);
    }

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<byte> running) => _controller.Act(running);
}
