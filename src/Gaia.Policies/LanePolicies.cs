using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gaia.Core.Numerics;

namespace Gaia.Policies;

/// <summary>Eight policies of one layout side by side, each with a genome and an observation of its own.</summary>
/// <remarks>
/// The hand-tuned form of <see cref="MlpPolicy"/> for lanes, equal to it bit for bit. Parameters are interleaved to
/// [parameter][8] in the order of a genome, so that lane l of every vector belongs to policy l: it multiplies and adds
/// in the order of the definition, without looking at its neighbours. A lane without a genome computes with zeros. One
/// thread owns it; no allocation after construction.
/// </remarks>
public sealed class LanePolicies
{
    /// <summary>Policies side by side, on every machine.</summary>
    public const int Width = 8;

    /// <summary>Sums that grow at the same time: one chain of additions alone would leave the adders idle.</summary>
    private const int Chains = 4;

    private readonly MlpLayer[] _layers;
    private readonly float[] _parameters;
    private readonly float[] _scratch;
    private readonly float[] _preferences;
    private readonly int _half;

    /// <summary>Room for eight genomes of the layout.</summary>
    /// <exception cref="ArgumentException">The layout is a vector's, which acts on nothing.</exception>
    public LanePolicies(MlpLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (layout.IsVector)
            throw new ArgumentException("A vector acts on nothing.", nameof(layout));
        Layout = layout;
        _layers = [.. layout.Layers];
        _parameters = new float[layout.ParameterCount * Width];
        _half = layout.ScratchLength / 2 * Width;
        _scratch = new float[2 * _half];
        _preferences = new float[layout.Outputs * Width];
    }

    /// <summary>The layout of every genome that is loaded.</summary>
    public MlpLayout Layout { get; }

    /// <summary>Gives a lane a genome; the others stay as they are.</summary>
    /// <param name="lane">0 to 7.</param>
    /// <param name="genome">[Layout.ParameterCount].</param>
    /// <exception cref="ArgumentException">There is no such lane, or the length does not fit.</exception>
    public void Load(int lane, ReadOnlySpan<float> genome)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)lane, (uint)Width, nameof(lane));
        if (genome.Length != Layout.ParameterCount)
            throw new ArgumentException($"The layout has {Layout.ParameterCount} parameters.", nameof(genome));
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_parameters), lane);
        for (var i = 0; i < genome.Length; i++)
            Unsafe.Add(ref to, i * Width) = genome[i];
    }

    /// <summary>Outputs of every lane's policy: what <see cref="MlpPolicy.Forward"/> writes for it.</summary>
    /// <param name="observations">[Layout.Inputs][8].</param>
    /// <param name="outputs">[Layout.Outputs][8]; overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Forward(ReadOnlySpan<float> observations, Span<float> outputs)
    {
        if (observations.Length != Layout.Inputs * Width || outputs.Length != Layout.Outputs * Width)
            throw new ArgumentException("A length does not fit the layout.");
        ref var parameters = ref MemoryMarshal.GetArrayDataReference(_parameters);
        ref var input = ref MemoryMarshal.GetReference(observations);
        for (var i = 0; i < _layers.Length; i++)
        {
            ref readonly var layer = ref _layers[i];
            ref var output = ref i == _layers.Length - 1
                ? ref MemoryMarshal.GetReference(outputs)
                : ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_scratch), (i & 1) * _half);
            Sum(
                layer.Inputs,
                layer.Outputs,
                ref input,
                ref Unsafe.Add(ref parameters, layer.WeightOffset * Width),
                ref Unsafe.Add(ref parameters, layer.BiasOffset * Width),
                ref output);
            Activate(layer.Activation, ref output, layer.Outputs);
            input = ref output;
        }

        Finish(Layout.Output, ref MemoryMarshal.GetReference(outputs), Layout.Outputs);
    }

    /// <summary>Choice of every lane's policy: what <see cref="MlpPolicy.ArgMax"/> gives for its outputs.</summary>
    /// <param name="observations">[Layout.Inputs][8].</param>
    /// <param name="choices">[8]; overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Choose(ReadOnlySpan<float> observations, Span<int> choices)
    {
        if (choices.Length != Width)
            throw new ArgumentException("There is one choice a lane.", nameof(choices));
        Forward(observations, _preferences);
        ref var preferences = ref MemoryMarshal.GetArrayDataReference(_preferences);
        var largest = Vector256.Create(float.NegativeInfinity);
        var choice = Vector256<int>.Zero;
        for (var o = 0; o < Layout.Outputs; o++)
        {
            var preference = Vector256.LoadUnsafe(ref preferences, (nuint)(o * Width));
            var isLarger = Vector256.GreaterThan(preference, largest);
            largest = Vector256.ConditionalSelect(isLarger, preference, largest);
            choice = Vector256.ConditionalSelect(isLarger.AsInt32(), Vector256.Create(o), choice);
        }

        choice.StoreUnsafe(ref MemoryMarshal.GetReference(choices));
    }

    /// <summary>Sums of one layer, several outputs at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum(
        int inputs, int outputs, ref float input, ref float weights, ref float biases, ref float sums)
    {
        var o = 0;
        for (; o <= outputs - Chains; o += Chains)
        {
            ref var row0 = ref Unsafe.Add(ref weights, o * inputs * Width);
            ref var row1 = ref Unsafe.Add(ref row0, inputs * Width);
            ref var row2 = ref Unsafe.Add(ref row1, inputs * Width);
            ref var row3 = ref Unsafe.Add(ref row2, inputs * Width);
            var x = Vector256.LoadUnsafe(ref input);
            var sum0 = Vector256.LoadUnsafe(ref row0) * x;
            var sum1 = Vector256.LoadUnsafe(ref row1) * x;
            var sum2 = Vector256.LoadUnsafe(ref row2) * x;
            var sum3 = Vector256.LoadUnsafe(ref row3) * x;
            var end = (nuint)(inputs * Width);
            for (nuint at = Width; at < end; at += Width)
            {
                x = Vector256.LoadUnsafe(ref input, at);
                sum0 += Vector256.LoadUnsafe(ref row0, at) * x;
                sum1 += Vector256.LoadUnsafe(ref row1, at) * x;
                sum2 += Vector256.LoadUnsafe(ref row2, at) * x;
                sum3 += Vector256.LoadUnsafe(ref row3, at) * x;
            }

            var to = (nuint)(o * Width);
            (sum0 + Vector256.LoadUnsafe(ref biases, to)).StoreUnsafe(ref sums, to);
            (sum1 + Vector256.LoadUnsafe(ref biases, to + Width)).StoreUnsafe(ref sums, to + Width);
            (sum2 + Vector256.LoadUnsafe(ref biases, to + (2 * Width))).StoreUnsafe(ref sums, to + (2 * Width));
            (sum3 + Vector256.LoadUnsafe(ref biases, to + (3 * Width))).StoreUnsafe(ref sums, to + (3 * Width));
        }

        for (; o < outputs; o++)
        {
            ref var row = ref Unsafe.Add(ref weights, o * inputs * Width);
            var sum = Vector256.LoadUnsafe(ref row) * Vector256.LoadUnsafe(ref input);
            for (var i = 1; i < inputs; i++)
            {
                var at = (nuint)(i * Width);
                sum += Vector256.LoadUnsafe(ref row, at) * Vector256.LoadUnsafe(ref input, at);
            }

            var to = (nuint)(o * Width);
            (sum + Vector256.LoadUnsafe(ref biases, to)).StoreUnsafe(ref sums, to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Activate(Activation activation, ref float values, int count)
    {
        if (activation == Activation.Linear)
            return;
        for (var at = 0; at < count * Width; at += Width)
        {
            var sum = Vector256.LoadUnsafe(ref values, (nuint)at);
            var value = activation == Activation.Tanh
                ? StrictLanes.Tanh(sum)
                : Vector256.ConditionalSelect(Vector256.GreaterThan(sum, Vector256<float>.Zero), sum, default);
            value.StoreUnsafe(ref values, (nuint)at);
        }
    }

    /// <summary>As <see cref="MlpPolicy"/> turns sums into outputs.</summary>
    private static void Finish(PolicyOutput output, ref float values, int count)
    {
        if (output == PolicyOutput.ArgMax)
            return;
        for (var at = 0; at < count * Width; at += Width)
        {
            var sum = Vector256.LoadUnsafe(ref values, (nuint)at);
            var value = output == PolicyOutput.Tanh ? StrictLanes.Tanh(sum) : Clip(sum);
            var isNumber = Vector256.Equals(sum, sum);
            Vector256.ConditionalSelect(isNumber, value, default).StoreUnsafe(ref values, (nuint)at);
        }
    }

    private static Vector256<float> Clip(Vector256<float> value)
    {
        var (low, high) = (Vector256.Create(-1f), Vector256.Create(1f));
        var raised = Vector256.ConditionalSelect(Vector256.LessThan(value, low), low, value);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(raised, high), high, raised);
    }
}
