using System.Collections.Immutable;
using Gaia.Policies;

namespace Gaia.Islands.Tasks;

/// <summary>The form of a task's policy: a multilayer perceptron, type "mlp".</summary>
/// <remarks>Inputs, outputs and how outputs become actions follow from the world.</remarks>
public sealed record PolicyTerms
{
    /// <summary>The only type so far.</summary>
    public const string Mlp = "mlp";

    /// <summary>Widths of the hidden layers; empty for a linear policy. Default one of 16.</summary>
    public ImmutableArray<int> Hidden { get; init; } = [16];

    /// <summary>Activation of the hidden layers. Default tanh.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;
}
