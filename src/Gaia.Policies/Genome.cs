using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Policies;

/// <summary>A policy's parameters as bytes and as an id.</summary>
/// <remarks>
/// Bytes are little-endian float32 with -0 written as +0, so that genomes which act alike in every sum have one id.
/// NaN and infinities are refused: they make scores depend on hardware (payloads) and hide broken optimisers.
/// </remarks>
public static class Genome
{
    private const uint NegativeZeroBits = 0x8000_0000;
    private const int HashChunkFloats = 256;

    /// <summary>SHA-256("gaia/genome/1" || layout hash || parameters).</summary>
    /// <param name="layout">The layout that the parameters fill.</param>
    /// <param name="genome">[layout.ParameterCount], finite.</param>
    /// <exception cref="ArgumentException">The length does not fit the layout, or a value is not finite.</exception>
    public static EliteId IdOf(MlpLayout layout, ReadOnlySpan<float> genome)
    {
        ArgumentNullException.ThrowIfNull(layout);
        if (genome.Length != layout.ParameterCount)
        {
            throw new ArgumentException(
                $"The layout has {layout.ParameterCount} parameters, not {genome.Length}.", nameof(genome));
        }

        using var hasher = new DomainHasher(HashDomain.Genome);
        hasher.AppendHash(layout.Hash);
        Span<byte> bytes = stackalloc byte[HashChunkFloats * sizeof(float)];
        for (var rest = genome; !rest.IsEmpty; rest = rest[Math.Min(HashChunkFloats, rest.Length)..])
        {
            var chunk = rest[..Math.Min(HashChunkFloats, rest.Length)];
            WriteFinite(chunk, bytes);
            hasher.Append(bytes[..(chunk.Length * sizeof(float))]);
        }

        return new EliteId(hasher.Finish());
    }

    /// <summary>True when no value is NaN or infinite.</summary>
    public static bool IsFinite(ReadOnlySpan<float> genome)
    {
        foreach (var value in genome)
        {
            if (!float.IsFinite(value))
                return false;
        }

        return true;
    }

    /// <summary>The parameters as little-endian float32, -0 as +0.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static byte[] ToBytes(ReadOnlySpan<float> genome)
    {
        var bytes = new byte[genome.Length * sizeof(float)];
        WriteFinite(genome, bytes);
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> writes: bytes of a peer or a store.</summary>
    /// <param name="layout">The layout that the parameters must fill.</param>
    /// <param name="bytes">Little-endian float32.</param>
    /// <param name="genome">The parameters; empty when refused.</param>
    /// <returns>False where the length does not fit, or a value is NaN, infinite or -0: one genome has one form.
    /// </returns>
    public static bool TryFromBytes(MlpLayout layout, ReadOnlySpan<byte> bytes, out float[] genome)
    {
        ArgumentNullException.ThrowIfNull(layout);
        genome = [];
        if (bytes.Length != layout.ParameterCount * sizeof(float))
            return false;
        var values = new float[layout.ParameterCount];
        for (var i = 0; i < values.Length; i++)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(float))..]);
            values[i] = BitConverter.UInt32BitsToSingle(bits);
            if (bits == NegativeZeroBits || !float.IsFinite(values[i]))
                return false;
        }

        genome = values;
        return true;
    }

    private static void WriteFinite(ReadOnlySpan<float> genome, Span<byte> bytes)
    {
        var bits = MemoryMarshal.Cast<float, uint>(genome);
        for (var i = 0; i < genome.Length; i++)
        {
            if (!float.IsFinite(genome[i]))
                throw new ArgumentException($"Parameter {i} is {genome[i]}; a genome is finite.", nameof(genome));
            var written = bits[i] == NegativeZeroBits ? 0 : bits[i];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[(i * sizeof(float))..], written);
        }
    }
}
