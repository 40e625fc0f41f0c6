using System.Collections.Immutable;
using Gaia.Policies;

namespace Gaia.Islands.Tasks;

/// <summary>The form of a task's policy: a multilayer perceptron in a world, a vector for a function.</summary>
/// <remarks>Inputs, outputs and how outputs become actions follow from the world; so does a vector's length.</remarks>
public sealed record PolicyTerms
{
    /// <summary>A multilayer perceptron: the type, and the default, for every world.</summary>
    public const string Mlp = "mlp";

    /// <summary>The genome is the point: the type, and the default, for every function.</summary>
    public const string Vector = "vector";

    /// <summary>"mlp" or "vector".</summary>
    public string Type { get; init; } = Mlp;

    /// <summary>Widths of the hidden layers; empty for a linear policy. Default one of 16. A vector has none.</summary>
    public ImmutableArray<int> Hidden { get; init; } = [16];

    /// <summary>Activation of the hidden layers. Default tanh.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;
}
