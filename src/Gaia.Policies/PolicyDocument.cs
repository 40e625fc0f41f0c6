using System.Collections.Immutable;

namespace Gaia.Policies;

/// <summary>A policy with the world it was made for: what a policy file holds.</summary>
/// <param name="World">Id of the world or the function, for example <c>LunarLander-v3</c>; "env" in the file.</param>
/// <param name="Layout">Shape of the network.</param>
/// <param name="Genome">Parameters in genome order, <see cref="MlpLayout.ParameterCount"/> of them, finite.</param>
public sealed record PolicyDocument(string World, MlpLayout Layout, float[] Genome)
{
    /// <summary>What was chosen for the world, by name: its arguments that are not at their default.</summary>
    /// <value>At most <see cref="PolicyLimits.MaxArguments"/>, finite.</value>
    public ImmutableSortedDictionary<string, double> Arguments { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Where the policy comes from; null when the file does not say.</summary>
    public PolicyOrigin? Origin { get; init; }
}
