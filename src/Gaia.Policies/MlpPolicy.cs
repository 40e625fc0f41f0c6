using Gaia.Core.Numerics;

namespace Gaia.Policies;

/// <summary>A perceptron's forward pass: the definition that every faster form equals bit for bit.</summary>
/// <remarks>
/// float32 throughout, no fused multiply-add. Each sum is w[0]*x[0], then + w[i]*x[i] in ascending i, then + bias: the
/// order of NumPy's <c>W @ x + b</c> up to how NumPy blocks its dot products. Written in the subset that a GPU kernel
/// can have: spans, no allocation, no virtual call.
/// </remarks>
public static class MlpPolicy
{
    /// <summary>Outputs of the policy for one observation.</summary>
    /// <param name="layout">Shape.</param>
    /// <param name="genome">[layout.ParameterCount], finite.</param>
    /// <param name="observation">[layout.Inputs].</param>
    /// <param name="scratch">At least [layout.ScratchLength]; overwritten.</param>
    /// <param name="outputs">[layout.Outputs]; preferences for ArgMax, components in [-1, 1] for Tanh and Clip; the
    /// genome itself for a vector. A component whose sum is NaN (finite parameters can overflow) is +0, so that no
    /// world sees a NaN.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Forward(
        MlpLayout layout,
        ReadOnlySpan<float> genome,
        ReadOnlySpan<float> observation,
        Span<float> scratch,
        Span<float> outputs)
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (genome.Length != layout.ParameterCount || observation.Length != layout.Inputs
            || scratch.Length < layout.ScratchLength || outputs.Length != layout.Outputs)
        {
            throw new ArgumentException("A length does not fit the layout.");
        }

        if (layout.IsVector)
        {
            genome.CopyTo(outputs);
            return;
        }

        var layers = layout.Layers.AsSpan();
        var half = layout.ScratchLength / 2;
        var input = observation;
        for (var i = 0; i < layers.Length; i++)
        {
            ref readonly var layer = ref layers[i];
            var row = scratch.Slice((i & 1) * half, i == layers.Length - 1 ? 0 : layer.Outputs);
            var output = i == layers.Length - 1 ? outputs : row;
            Sum(layer, genome, input, output);
            Activate(layer.Activation, output);
            input = output;
        }

        Finish(layout.Output, outputs);
    }

    /// <summary>Index of the largest value, the first one on ties; a NaN counts as minus infinity.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static int ArgMax(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There is no largest of no values.", nameof(values));
        var largest = float.NegativeInfinity;
        var index = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > largest)
            {
                largest = values[i];
                index = i;
            }
        }

        return index;
    }

    /// <summary>Turns the sums of the last layer into outputs, in place.</summary>
    internal static void Finish(PolicyOutput output, Span<float> values)
    {
        if (output == PolicyOutput.ArgMax)
            return;
        foreach (ref var value in values)
        {
            if (float.IsNaN(value))
                value = 0f;
            else if (output == PolicyOutput.Tanh)
                value = StrictMath.Tanh(value);
            else
                value = value < -1f ? -1f : value > 1f ? 1f : value;
        }
    }

    private static void Sum(
        in MlpLayer layer, ReadOnlySpan<float> genome, ReadOnlySpan<float> input, Span<float> output)
    {
        for (var o = 0; o < output.Length; o++)
        {
            var weights = genome.Slice(layer.WeightOffset + (o * layer.Inputs), layer.Inputs);
            var sum = weights[0] * input[0];
            for (var i = 1; i < weights.Length; i++)
                sum += weights[i] * input[i];
            output[o] = sum + genome[layer.BiasOffset + o];
        }
    }

    private static void Activate(Activation activation, Span<float> values)
    {
        if (activation == Activation.Linear)
            return;
        foreach (ref var value in values)
            value = activation == Activation.Tanh ? StrictMath.Tanh(value) : value > 0f ? value : 0f;
    }
}
