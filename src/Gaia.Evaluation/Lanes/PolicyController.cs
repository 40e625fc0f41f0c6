using Gaia.Evaluation.Episodes;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Evaluation.Lanes;

/// <summary>A policy of its own for every slot.</summary>
internal sealed class PolicyController : LaneController
{
    private const int NoMember = -1;

    private readonly WorldLanes _lanes;
    private readonly LanePolicies[] _policies;
    private readonly int[] _members;
    private readonly ActionScale _scale;
    private readonly bool _isDiscrete;
    private readonly int _inputs;
    private readonly int _outputs;

    /// <summary>Policies of a layout that fits the lanes' world.</summary>
    public PolicyController(WorldLanes lanes, MlpLayout layout)
    {
        _lanes = lanes;
        _policies = new LanePolicies[lanes.Groups];
        for (var group = 0; group < _policies.Length; group++)
            _policies[group] = new LanePolicies(layout);
        _members = new int[lanes.Slots];
        _scale = new ActionScale(lanes.Info);
        _isDiscrete = lanes.Info.ActionKind == ActionKind.Discrete;
        _inputs = layout.Inputs * WorldLanes.Width;
        _outputs = layout.Outputs * WorldLanes.Width;
        Forget();
    }

    /// <summary>Lets members be loaded anew, as the genomes behind their numbers change.</summary>
    public void Forget() => Array.Fill(_members, NoMember);

    /// <summary>Gives a slot the policy of a member.</summary>
    /// <param name="slot">0 to Slots - 1.</param>
    /// <param name="member">Its number, 0 or more, until <see cref="Forget"/>.</param>
    /// <param name="genome">[layout.ParameterCount].</param>
    public void Load(int slot, int member, ReadOnlySpan<float> genome)
    {
        if (_members[slot] == member)
            return;
        _policies[slot / WorldLanes.Width].Load(slot % WorldLanes.Width, genome);
        _members[slot] = member;
    }

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<byte> running)
    {
        for (var group = 0; group < _policies.Length; group++)
        {
            if (running[group] == 0)
                continue;
            var observations = _lanes.Observations.AsSpan(group * _inputs, _inputs);
            var policies = _policies[group];
            if (_isDiscrete)
            {
                policies.Choose(observations, _lanes.Choices.AsSpan(group * WorldLanes.Width, WorldLanes.Width));
                continue;
            }

            var components = _lanes.Components.AsSpan(group * _outputs, _outputs);
            policies.Forward(observations, components);
            _scale.ApplyToLanes(components);
        }
    }
}
