using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;

namespace Gaia.Policies;

/// <summary>A policy stored for speed: the hand-tuned form of <see cref="MlpPolicy"/>, equal to the bit.</summary>
/// <remarks>
/// Weights are transposed to [inputs][outputs] and each row is padded to whole vectors, so that a vector holds one
/// input's weights to eight outputs. Every output then owns a lane and adds its products in ascending input order: the
/// order of the definition, whatever the width of the machine. Padding lanes are zero and never read. One evaluation
/// thread owns it; no allocation after construction.
/// </remarks>
public sealed class PackedPolicy
{
    private const int Lanes = 8;

    private readonly MlpLayer[] _layers;
    private readonly float[] _packed;
    private readonly float[] _scratch;
    private readonly int _half;

    /// <summary>Room for a genome of the layout.</summary>
    /// <exception cref="ArgumentException">The layout is a vector's, which acts on nothing.</exception>
    public PackedPolicy(MlpLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (layout.IsVector)
            throw new ArgumentException("A vector acts on nothing.", nameof(layout));
        Layout = layout;
        _layers = [.. layout.Layers];
        _packed = new float[_layers.Sum(layer => (layer.Inputs + 1) * Padded(layer.Outputs))];
        _half = _layers.Max(layer => Padded(layer.Outputs));
        _scratch = new float[2 * _half];
    }

    /// <summary>The layout of every genome that is loaded.</summary>
    public MlpLayout Layout { get; }

    /// <summary>Takes over a genome's parameters.</summary>
    /// <param name="genome">[Layout.ParameterCount].</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void Load(ReadOnlySpan<float> genome)
    {
        if (genome.Length != Layout.ParameterCount)
            throw new ArgumentException($"The layout has {Layout.ParameterCount} parameters.", nameof(genome));
        var at = 0;
        foreach (ref readonly var layer in _layers.AsSpan())
        {
            var width = Padded(layer.Outputs);
            for (var o = 0; o < layer.Outputs; o++)
            {
                var weights = genome.Slice(layer.WeightOffset + (o * layer.Inputs), layer.Inputs);
                for (var i = 0; i < weights.Length; i++)
                    _packed[at + (i * width) + o] = weights[i];
                _packed[at + (layer.Inputs * width) + o] = genome[layer.BiasOffset + o];
            }

            at += (layer.Inputs + 1) * width;
        }
    }

    /// <summary>Outputs of the loaded policy: what <see cref="MlpPolicy.Forward"/> writes.</summary>
    /// <param name="observation">[Layout.Inputs].</param>
    /// <returns>[Layout.Outputs], valid until the next call.</returns>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public ReadOnlySpan<float> Forward(ReadOnlySpan<float> observation)
    {
        if (observation.Length != Layout.Inputs)
            throw new ArgumentException($"The layout has {Layout.Inputs} inputs.", nameof(observation));
        ref var input = ref MemoryMarshal.GetReference(observation);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_packed);
        ref var row = ref MemoryMarshal.GetArrayDataReference(_scratch);
        for (var i = 0; i < _layers.Length; i++)
        {
            ref readonly var layer = ref _layers[i];
            var width = Padded(layer.Outputs);
            row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_scratch), (i & 1) * _half);
            Sum(layer.Inputs, width, ref input, ref weights, ref row);
            Activate(layer.Activation, ref row, width);
            input = ref row;
            weights = ref Unsafe.Add(ref weights, (layer.Inputs + 1) * width);
        }

        var outputs = MemoryMarshal.CreateSpan(ref row, Layout.Outputs);
        MlpPolicy.Finish(Layout.Output, outputs);
        return outputs;
    }

    private static int Padded(int outputs) => (outputs + Lanes - 1) / Lanes * Lanes;

    /// <summary>Sums of one layer, two vectors at a time: one chain of additions alone would leave the adder idle.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum(int inputs, int width, ref float input, ref float weights, ref float output)
    {
        var o = 0;
        for (; o <= width - (2 * Lanes); o += 2 * Lanes)
        {
            ref var column = ref Unsafe.Add(ref weights, o);
            var x = Vector256.Create(input);
            var sum0 = Vector256.LoadUnsafe(ref column) * x;
            var sum1 = Vector256.LoadUnsafe(ref column, Lanes) * x;
            for (var i = 1; i < inputs; i++)
            {
                column = ref Unsafe.Add(ref column, width);
                x = Vector256.Create(Unsafe.Add(ref input, i));
                sum0 += Vector256.LoadUnsafe(ref column) * x;
                sum1 += Vector256.LoadUnsafe(ref column, Lanes) * x;
            }

            column = ref Unsafe.Add(ref column, width);
            (sum0 + Vector256.LoadUnsafe(ref column)).StoreUnsafe(ref output, (nuint)o);
            (sum1 + Vector256.LoadUnsafe(ref column, Lanes)).StoreUnsafe(ref output, (nuint)(o + Lanes));
        }

        if (o < width)
        {
            ref var column = ref Unsafe.Add(ref weights, o);
            var sum = Vector256.LoadUnsafe(ref column) * Vector256.Create(input);
            for (var i = 1; i < inputs; i++)
            {
                column = ref Unsafe.Add(ref column, width);
                sum += Vector256.LoadUnsafe(ref column) * Vector256.Create(Unsafe.Add(ref input, i));
            }

            column = ref Unsafe.Add(ref column, width);
            (sum + Vector256.LoadUnsafe(ref column)).StoreUnsafe(ref output, (nuint)o);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Activate(Activation activation, ref float row, int width)
    {
        if (activation == Activation.Linear)
            return;
        for (var o = 0; o < width; o += Lanes)
        {
            var sum = Vector256.LoadUnsafe(ref row, (nuint)o);
            var value = activation == Activation.Tanh
                ? StrictLanes.Tanh(sum)
                : Vector256.ConditionalSelect(Vector256.GreaterThan(sum, Vector256<float>.Zero), sum, default);
            value.StoreUnsafe(ref row, (nuint)o);
        }
    }
}
