namespace Gaia.Core.Random;

/// <summary>Spreads a small seed over as many well-mixed words as a generator needs.</summary>
/// <remarks>
/// NumPy's <c>SeedSequence</c> with a pool of four 32-bit words and no spawn key, which goes back to O'Neill,
/// "Developing a seed_seq Alternative" (2015). Every entropy word is hashed into the pool, then each pool word is mixed
/// with each other one, so that any bit of the seed reaches any bit of the state.
/// </remarks>
public static class SeedSequence
{
    private const int PoolWords = 4;

    /// <summary>What NumPy's <c>SeedSequence(entropy).generate_state(n, uint32)</c> returns.</summary>
    /// <param name="entropy">Any non-negative seed below 2^64.</param>
    /// <param name="state">Any number of words; all are overwritten.</param>
    public static void GenerateState(ulong entropy, Span<uint> state)
    {
        var pool = PoolOf(entropy);
        ReadOnlySpan<SeedWord> words = [pool.Word0, pool.Word1, pool.Word2, pool.Word3];
        var constant = SeedPool<SeedWord>.FirstConstant;
        for (var i = 0; i < state.Length; i++)
            state[i] = SeedPool<SeedWord>.Next(words[i % PoolWords], ref constant).Value;
    }

    /// <summary>What NumPy's <c>SeedSequence(entropy).generate_state(n, uint64)</c> returns.</summary>
    /// <inheritdoc cref="GenerateState(ulong, Span{uint})"/>
    public static void GenerateState(ulong entropy, Span<ulong> state)
    {
        var pool = PoolOf(entropy);
        ReadOnlySpan<SeedWord> words = [pool.Word0, pool.Word1, pool.Word2, pool.Word3];
        var constant = SeedPool<SeedWord>.FirstConstant;
        for (var i = 0; i < state.Length; i++)
        {
            var low = SeedPool<SeedWord>.Next(words[2 * i % PoolWords], ref constant).Value;
            var high = SeedPool<SeedWord>.Next(words[(2 * i + 1) % PoolWords], ref constant).Value;
            state[i] = ((ulong)high << 32) | low;
        }
    }

    /// <summary>A seed below 2^64 has at most two words.</summary>
    internal static SeedPool<SeedWord> PoolOf(ulong entropy) =>
        SeedPool<SeedWord>.Of(new SeedWord((uint)entropy), new SeedWord((uint)(entropy >> 32)));
}
