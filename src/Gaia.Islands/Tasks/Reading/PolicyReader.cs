using System.Collections.Immutable;
using Gaia.Policies;
using Gaia.Worlds;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Reads the policy of a manifest and lays it out for the world.</summary>
internal static class PolicyReader
{
    /// <summary>The terms, and the layout where both world and terms are sound.</summary>
    internal static (PolicyTerms Terms, MlpLayout? Layout) Read(ObjectReader policy, WorldChoice? choice)
    {
        var fitting = choice?.World.Function is null ? PolicyTerms.Mlp : PolicyTerms.Vector;
        var type = policy.Choice("type", fitting, PolicyTerms.Mlp, PolicyTerms.Vector);
        var isFitting = choice is null || type == fitting;
        if (!isFitting)
        {
            policy.Fault(
                policy.PathOf("type"),
                type == PolicyTerms.Vector
                    ? $"A vector is a point of a function; {choice!.World.Id} is a world, in which a policy acts."
                    : $"{choice!.World.Id} is a function: it takes a point, not a policy that acts.",
                fitting);
        }

        return type == PolicyTerms.Vector
            ? ReadVector(policy, isFitting ? choice : null)
            : ReadNetwork(policy, isFitting ? choice?.World.World : null);
    }

    private static (PolicyTerms Terms, MlpLayout? Layout) ReadVector(ObjectReader policy, WorldChoice? function)
    {
        policy.Finish("type; a vector has no layers");
        var terms = new PolicyTerms { Type = PolicyTerms.Vector, Hidden = [], Activation = Activation.Linear };
        return (terms, function is null ? null : MlpLayout.Vector((int)function.Arguments[0]));
    }

    private static (PolicyTerms Terms, MlpLayout? Layout) ReadNetwork(ObjectReader policy, WorldInfo? world)
    {
        var defaults = new PolicyTerms();
        var hidden = ReadHidden(policy);
        var word = policy.Choice(
            "activation", PolicyNames.Of(defaults.Activation), PolicyNames.Activations.Split(", "));
        policy.Finish();
        if (hidden is not { } widths || !PolicyNames.TryParse(word, out Activation activation))
            return (defaults, null);
        // Without hidden layers the activation means nothing; one spelling of one function keeps one id.
        var terms = new PolicyTerms { Hidden = widths, Activation = widths.IsEmpty ? Activation.Linear : activation };
        return (terms, world is null ? null : LayOut(policy, terms, world));
    }

    private static ImmutableArray<int>? ReadHidden(ObjectReader policy)
    {
        const string Of = "layer widths";
        if (!policy.Has("hidden"))
        {
            policy.Array("hidden", 0, PolicyLimits.MaxHiddenLayers, Of);
            return new PolicyTerms().Hidden;
        }

        if (policy.Array("hidden", 0, PolicyLimits.MaxHiddenLayers, Of) is not { } items)
            return null;
        var widths = ImmutableArray.CreateBuilder<int>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"{policy.PathOf("hidden")}[{i}]";
            if (policy.TryInteger(items[i], path, 1, PolicyLimits.MaxWidth, out var width))
                widths.Add((int)width);
        }

        return widths.Count == items.Count ? widths.ToImmutable() : null;
    }

    private static MlpLayout? LayOut(ObjectReader policy, PolicyTerms terms, WorldInfo world)
    {
        if (MlpLayout.Fits(world.ObservationSize, terms.Hidden.AsSpan(), world.ActionSize))
        {
            var output = world.ActionKind == ActionKind.Discrete ? PolicyOutput.ArgMax : PolicyOutput.Tanh;
            return new MlpLayout(
                world.ObservationSize, terms.Hidden, world.ActionSize, terms.Activation, output);
        }

        policy.Fault(
            policy.PathOf("hidden"),
            $"[{string.Join(", ", terms.Hidden)}] has too many parameters.",
            $"at most {PolicyLimits.MaxParameters} parameters in all");
        return null;
    }
}
