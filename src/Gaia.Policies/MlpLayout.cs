using System.Collections.Immutable;
using System.Text;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Policies;

/// <summary>Shape of a multilayer perceptron and the order of its parameters in a genome.</summary>
/// <remarks>
/// A genome is the layers in order; each layer is its weights [outputs][inputs] row-major, then its biases [outputs].
/// A vector (<see cref="Vector"/>) is the perceptron without inputs: its genome is the biases of its one layer.
/// Immutable; two layouts are equal when their <see cref="Hash"/> is.
/// </remarks>
public sealed class MlpLayout : IEquatable<MlpLayout>
{
    /// <summary>A layout.</summary>
    /// <param name="inputs">Observation size, 1 to <see cref="PolicyLimits.MaxWidth"/>; 0 for a vector.</param>
    /// <param name="hidden">Width of each hidden layer, up to <see cref="PolicyLimits.MaxHiddenLayers"/> of them;
    /// empty (or default) for a linear policy.</param>
    /// <param name="outputs">Action size, 1 to <see cref="PolicyLimits.MaxWidth"/>.</param>
    /// <param name="hiddenActivation">Of every hidden layer. Without hidden layers it means nothing and is kept as
    /// Linear, so that equal functions have equal hashes.</param>
    /// <param name="output">How the last layer becomes an action; Identity exactly where there are no inputs.</param>
    /// <exception cref="ArgumentException">A size is out of range, or there would be more than
    /// <see cref="PolicyLimits.MaxParameters"/> parameters. Check outside input with <see cref="Fits"/> first.
    /// </exception>
    public MlpLayout(
        int inputs, ImmutableArray<int> hidden, int outputs, Activation hiddenActivation, PolicyOutput output)
    {
        if (hidden.IsDefault)
            hidden = [];
        if (!Enum.IsDefined(hiddenActivation))
            throw new ArgumentOutOfRangeException(nameof(hiddenActivation));
        if (!Enum.IsDefined(output))
            throw new ArgumentOutOfRangeException(nameof(output));
        IsVector = output == PolicyOutput.Identity;
        if (!(IsVector ? IsVectorOf(inputs, hidden, outputs) : Fits(inputs, hidden.AsSpan(), outputs)))
            throw new ArgumentException($"No layout of {inputs}, [{string.Join(", ", hidden)}], {outputs} is allowed.");
        Inputs = inputs;
        Hidden = hidden;
        Outputs = outputs;
        HiddenActivation = hidden.IsEmpty ? Activation.Linear : hiddenActivation;
        Output = output;
        Layers = PlaceLayers();
        ParameterCount = Layers[^1].BiasOffset + outputs;
        var widest = hidden.IsEmpty ? 0 : hidden.Max();
        ScratchLength = 2 * widest;
        Hash = DomainHasher.Hash(HashDomain.Layout, Encoding.UTF8.GetBytes(Describe()));
    }

    /// <summary>True for a point of a space instead of a network: nothing comes in, the genome comes out.</summary>
    public bool IsVector { get; }

    /// <summary>Values in an observation.</summary>
    public int Inputs { get; }

    /// <summary>Widths of the hidden layers, first to last.</summary>
    public ImmutableArray<int> Hidden { get; }

    /// <summary>Values in an action or preferences over choices.</summary>
    public int Outputs { get; }

    /// <summary>Activation of the hidden layers; Linear where there are none.</summary>
    public Activation HiddenActivation { get; }

    /// <summary>How the last layer becomes an action.</summary>
    public PolicyOutput Output { get; }

    /// <summary>Every layer, first hidden to output.</summary>
    public ImmutableArray<MlpLayer> Layers { get; }

    /// <summary>Length of a genome in float32 values.</summary>
    public int ParameterCount { get; }

    /// <summary>Length of the scratch that a forward pass needs: two rows of the widest hidden layer.</summary>
    public int ScratchLength { get; }

    /// <summary>SHA-256("gaia/layout/1" || canonical description): part of every elite's id.</summary>
    public Hash256 Hash { get; }

    /// <summary>The layout of a point: no inputs, no hidden layer, the genome as it is.</summary>
    /// <param name="dimension">Coordinates, 1 to <see cref="PolicyLimits.MaxWidth"/>.</param>
    /// <exception cref="ArgumentException">The dimension is out of range.</exception>
    public static MlpLayout Vector(int dimension) => new(0, [], dimension, Activation.Linear, PolicyOutput.Identity);

    /// <summary>True when sizes make a network's layout: each in range, and not too many parameters in all.</summary>
    public static bool Fits(int inputs, ReadOnlySpan<int> hidden, int outputs)
    {
        if (!IsWidth(inputs) || !IsWidth(outputs) || hidden.Length > PolicyLimits.MaxHiddenLayers)
            return false;
        var parameters = 0L;
        var width = inputs;
        foreach (var next in hidden)
        {
            if (!IsWidth(next))
                return false;
            parameters += ((long)width + 1) * next;
            width = next;
        }

        return parameters + (((long)width + 1) * outputs) <= PolicyLimits.MaxParameters;
    }

    /// <inheritdoc/>
    public bool Equals(MlpLayout? other) => other is not null && Hash == other.Hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MlpLayout);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();

    /// <summary>The canonical description that <see cref="Hash"/> covers: RFC 8785 JSON, keys in order.</summary>
    public override string ToString() => Describe();

    private static bool IsVectorOf(int inputs, ImmutableArray<int> hidden, int outputs) =>
        inputs == 0 && hidden.IsEmpty && IsWidth(outputs);

    private static bool IsWidth(int width) => width is >= 1 and <= PolicyLimits.MaxWidth;

    private ImmutableArray<MlpLayer> PlaceLayers()
    {
        var layers = ImmutableArray.CreateBuilder<MlpLayer>(Hidden.Length + 1);
        var offset = 0;
        var width = Inputs;
        for (var i = 0; i <= Hidden.Length; i++)
        {
            var isLast = i == Hidden.Length;
            var outputs = isLast ? Outputs : Hidden[i];
            var biases = offset + (width * outputs);
            layers.Add(new MlpLayer(width, outputs, offset, biases, isLast ? Activation.Linear : HiddenActivation));
            offset = biases + outputs;
            width = outputs;
        }

        return layers.MoveToImmutable();
    }

    private string Describe() => IsVector
        ? $"{{\"outputs\":{Outputs},\"type\":\"vector\"}}"
        : $"{{\"activation\":\"{PolicyNames.Of(HiddenActivation)}\",\"hidden\":[{string.Join(',', Hidden)}],"
        + $"\"inputs\":{Inputs},\"output\":\"{PolicyNames.Of(Output)}\",\"outputs\":{Outputs},\"type\":\"mlp\"}}";
}
