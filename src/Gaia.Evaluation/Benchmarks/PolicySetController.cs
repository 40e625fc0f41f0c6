using System.Collections.Immutable;
using Gaia.Evaluation.Episodes;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Benchmarks;

/// <summary>A few policies in turn: episode k acts by policy k mod their number.</summary>
internal sealed class PolicySetController : EpisodeController
{
    private readonly ImmutableArray<PolicyDocument> _policies;
    private readonly PackedPolicy _policy;
    private readonly ActionScale _scale;
    private readonly bool _isDiscrete;

    /// <summary>Policies of one layout, which fits the world.</summary>
    public PolicySetController(WorldInfo info, ImmutableArray<PolicyDocument> policies)
    {
        _policies = policies;
        _policy = new PackedPolicy(policies[0].Layout);
        _scale = new ActionScale(info);
        _isDiscrete = info.ActionKind == ActionKind.Discrete;
    }

    /// <inheritdoc/>
    public override void Begin(int episode) => _policy.Load(_policies[episode % _policies.Length].Genome);

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<float> observation, ref WorldAction action)
    {
        var outputs = _policy.Forward(observation);
        if (_isDiscrete)
        {
            action.Index = MlpPolicy.ArgMax(outputs);
            return;
        }

        Span<float> components = action.Values;
        outputs.CopyTo(components);
        _scale.Apply(components);
    }
}
